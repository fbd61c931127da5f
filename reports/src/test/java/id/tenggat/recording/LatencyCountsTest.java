package id.tenggat.recording;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Our counts are the library's: bucket by bucket, and as the library reads their encoding. */
class LatencyCountsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theLibraryReadsWhatWasCounted(int seed) {
        Random random = new Random(seed);
        LatencyCounts counts = new LatencyCounts();
        for (int round = 0; round < 3; round++) {
            Histogram expected = new Histogram(3);
            for (int i = random.nextInt(3000); i >= 0; i--) {
                long us = random.nextLong(1L << (1 + random.nextInt(40)));
                counts.add(us);
                expected.recordValue(us);
            }
            assertThat(decoded(counts)).isEqualTo(expected);
            assertThat(counts.maxUs()).isEqualTo(expected.getMaxValue());
            assertThat(counts.total()).isEqualTo(expected.getTotalCount());
            counts.clear();
            assertThat(counts.total()).isZero();
            assertThat(counts.maxUs()).isZero();
        }
    }

    @Test
    void theEndsOfBucketsFallWhereTheLibraryPutsThem() {
        Histogram expected = new Histogram(3);
        LatencyCounts counts = new LatencyCounts();
        for (int shift = 0; shift < 45; shift++) {
            for (long us : new long[] {(1L << shift) - 1, 1L << shift, (1L << shift) + 1}) {
                counts.add(us, 3);
                expected.recordValueWithCount(us, 3);
            }
        }
        assertThat(decoded(counts)).isEqualTo(expected);
    }

    @Test
    void moreThanABucketCanCountIsAnError() {
        LatencyCounts counts = new LatencyCounts();
        counts.add(1, Integer.MAX_VALUE);
        counts.add(5000, 1);
        assertThatThrownBy(counts::total).isInstanceOf(ArithmeticException.class);
    }

    private static Histogram decoded(LatencyCounts counts) {
        ByteBuffer bytes = ByteBuffer.allocate(counts.mostBytes());
        counts.encode(bytes);
        return Histogram.decodeFromByteBuffer(bytes.flip(), 0);
    }
}
