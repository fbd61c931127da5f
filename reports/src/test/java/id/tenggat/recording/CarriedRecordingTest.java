package id.tenggat.recording;

import id.tenggat.state.State;
import org.junit.jupiter.api.Test;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** What a recording keeps open is carried to the last bit. */
class CarriedRecordingTest {

    @Test
    void aMetersSumsAreCarriedBeyond64Bits() {
        StationMeter meter = new StationMeter(2_000_000_000);
        meter.level(0, 2_000_000_000, 1_999_999_999);
        meter.level(Long.MAX_VALUE / 2, 7, 1_500_000_000);
        meter.entered();
        meter.rejected();
        meter.served();
        meter.wasted(5);
        meter.failed();
        StationMeter other = new StationMeter(1);
        State.read(State.bytesOf(meter::carry), other::carry);
        StationSample sample = meter.cut(Long.MAX_VALUE);
        assertThat(sample.queueNs()).isGreaterThan(0x1.0p64);
        assertThat(other.cut(Long.MAX_VALUE)).isEqualTo(sample);
        assertThat(State.bytesOf(other::carry)).isEqualTo(State.bytesOf(meter::carry));
    }

    @Test
    void countsOfLatenciesAreCarriedBucketByBucket() {
        LatencyCounts counts = new LatencyCounts();
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            counts.add(random.nextLong(1L << random.nextInt(1, 50)), 1 + random.nextInt(1000));
        }
        LatencyCounts other = new LatencyCounts();
        byte[] bytes = State.bytesOf(counts::carry);
        State.read(bytes, other::carry);
        assertThat(other.total()).isEqualTo(counts.total());
        assertThat(other.maxUs()).isEqualTo(counts.maxUs());
        assertThat(State.bytesOf(other::carry)).isEqualTo(bytes);
        other.clear();
        assertThat(State.bytesOf(other::carry)).as("nothing is left over").isEqualTo(new byte[Integer.BYTES]);
    }
}
