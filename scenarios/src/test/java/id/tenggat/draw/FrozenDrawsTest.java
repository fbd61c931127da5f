package id.tenggat.draw;

import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Empirical;
import id.tenggat.scenario.Distribution.Empirical.Bucket;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Gamma;
import id.tenggat.scenario.Distribution.Lognormal;
import id.tenggat.scenario.Distribution.Measured;
import id.tenggat.scenario.Quantiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A million draws of every kind are the same bits on every JDK and for ever. */
class FrozenDrawsTest {

    private static final int N = 1_000_000;
    private static final Draws DRAWS = new Draws(2024);
    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Arguments> distributions() {
        return Stream.of(
                arguments(new Exponential(SECOND), "ade4cdf5b523805f"),
                arguments(new Lognormal(Duration.ofMillis(80), Duration.ofMillis(900)), "42bc7e9f09a2e8eb"),
                arguments(new Gamma(SECOND, 0.5), "ba8ea6d7c81057e5"),
                arguments(new Gamma(SECOND, 7.5), "f230a8a19cf28655"),
                arguments(
                        new Empirical(List.of(
                                new Bucket(Duration.ofMillis(10), 1),
                                new Bucket(Duration.ofMillis(30), 0),
                                new Bucket(Duration.ofMillis(90), 3))),
                        "f16c436c59a9cebb"),
                arguments(new Measured(Quantiles.ofNs(40e3, 52e3, 60e3, 61e3, 1200e3)), "e104dde9c8407ae0"));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void samplersDrawTheSameBitsForEver(Distribution distribution, String expected) {
        Sampler sampler = Sampler.of(distribution);
        assertThat(digest(i -> sampler.ns(DRAWS.key(Purpose.SERVICE, i, 3, 1)))).isEqualTo(expected);
    }

    @Test
    void normalsAreTheSameBitsForEver() {
        assertThat(digest(i -> Double.doubleToRawLongBits(NormalTable.of(DRAWS.key(Purpose.THINK, i, 0, 0)))))
                .isEqualTo("14050e7933fcb4ed");
    }

    @Test
    void elementaryFunctionsAreTheSameBitsForEver() {
        assertThat(digest(i -> {
                    double u = DRAWS.uniform(Purpose.THINK, i, 0, 0);
                    double logarithm = Elementary.log(u);
                    double power = Elementary.exp(logarithm * (i % 50));
                    return Double.doubleToRawLongBits(logarithm) * 31 + Double.doubleToRawLongBits(power);
                }))
                .isEqualTo("6a07335da3202945");
    }

    private static String digest(IntToLongFunction draw) {
        ByteBuffer all = ByteBuffer.allocate(N * Long.BYTES);
        for (int i = 0; i < N; i++) {
            all.putLong(draw.applyAsLong(i));
        }
        return HexFormat.of().formatHex(sha256().digest(all.array()), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
