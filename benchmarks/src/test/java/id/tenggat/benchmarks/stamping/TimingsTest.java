package id.tenggat.benchmarks.stamping;

import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

class TimingsTest {

    @Test
    void quantilesAreNearestRanks() {
        long[] quantiles = new Timings(30, 10, 20, 40).quantilesNs();

        assertThat(quantiles).hasSize(1001).isSorted();
        assertThat(quantiles[0]).isEqualTo(10);
        assertThat(quantiles[250]).isEqualTo(10);
        assertThat(quantiles[251]).isEqualTo(20);
        assertThat(quantiles[500]).isEqualTo(20);
        assertThat(quantiles[1000]).isEqualTo(40);
    }

    @Test
    void ofAThousandTimesEachIsAQuantile() {
        long[] quantiles = new Timings(LongStream.rangeClosed(1, 1000).toArray()).quantilesNs();

        assertThat(quantiles[1]).isEqualTo(1);
        assertThat(quantiles[999]).isEqualTo(999);
    }

    @Test
    void ofOneTimeAllAreTheSame() {
        assertThat(new Timings(7).quantilesNs()).containsOnly(7);
    }
}
