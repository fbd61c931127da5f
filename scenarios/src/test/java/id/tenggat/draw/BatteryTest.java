package id.tenggat.draw;

import id.tenggat.draw.Battery.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Keys along every axis pass the battery, and the battery rejects generators that are known to be weak. */
class BatteryTest {

    private static final Draws DRAWS = new Draws(20_240_906);
    private static final Purpose[] PURPOSES = Purpose.values();

    static Stream<Arguments> axes() {
        return Stream.of(
                arguments("applicants", sequence(i -> DRAWS.key(Purpose.THINK, i, 2, 0))),
                arguments("steps, then applicants", sequence(i -> DRAWS.key(Purpose.SERVICE, i >> 3, i & 7, 0))),
                arguments("attempts", sequence(i -> DRAWS.key(Purpose.BACKOFF, 77, 3, i))),
                arguments("attempts, then applicants", sequence(i -> DRAWS.key(Purpose.SERVICE, i >> 4, 3, i & 15))),
                arguments(
                        "purposes, then applicants",
                        sequence(i -> DRAWS.key(PURPOSES[i % PURPOSES.length], i / PURPOSES.length, 0, 0))),
                arguments("seeds", sequence(i -> new Draws(i).key(Purpose.THINK, 5, 1, 0))),
                arguments("two neighbouring seeds in turn", sequence(i -> new Draws(i & 1)
                        .key(Purpose.RETURN, i >> 1, 0, 2))),
                arguments("ranks of a regency", sequence(i -> DRAWS.key(Purpose.ARRIVAL, 513, 0, i))),
                arguments("regencies, then ranks", sequence(i -> DRAWS.key(Purpose.ARRIVAL, i % 514, 0, i / 514))),
                arguments("applicants far apart", sequence(i -> DRAWS.key(Purpose.THINK, i << 8, 0, 0))),
                arguments(
                        "keys after a key",
                        sequence(i -> Draws.next(DRAWS.key(Purpose.THIRD_PARTY, i >> 2, 1, 0), i & 3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("axes")
    void keysAreRandomAlongEveryAxis(String axis, Sequence keys) {
        assertThat(Battery.failed(keys)).as(axis).isEmpty();
    }

    /** Avalanche: whichever bit of a field is turned, each bit of the key is turned in half of the cases. */
    @Test
    void everyBitOfEveryFieldTurnsHalfOfTheKey() {
        for (int bit = 0; bit < 64; bit++) {
            Gap gap = new Gap(bit);
            assertTurns("seed", bit, i -> key(gap.without(i), 0, 0, 0) ^ key(gap.with(i), 0, 0, 0));
        }
        for (int bit = 0; bit < 27; bit++) {
            Gap gap = new Gap(bit);
            assertTurns("applicant", bit, i -> key(1, (int) gap.without(i), 0, 0) ^ key(1, (int) gap.with(i), 0, 0));
        }
        for (int bit = 0; bit < 8; bit++) {
            int step = 1 << bit;
            assertTurns("step", bit, i -> key(1, i, 0, 0) ^ key(1, i, step, 0));
        }
        for (int bit = 0; bit < 32; bit++) {
            Gap gap = new Gap(bit);
            assertTurns("attempt", bit, i -> key(1, 0, 0, (int) gap.without(i)) ^ key(1, 0, 0, (int) gap.with(i)));
        }
    }

    /** Numbers with one bit left open, so that no pair comes twice. */
    private record Gap(int bit) {
        long without(long i) {
            return ((i >> bit) << (bit + 1)) | (i & ((1L << bit) - 1));
        }

        long with(long i) {
            return without(i) | (1L << bit);
        }
    }

    private static long key(long seed, int applicant, int step, int attempt) {
        return new Draws(seed).key(Purpose.SERVICE, applicant, step, attempt);
    }

    private static void assertTurns(String field, int bit, Sequence words) {
        assertThat(Battery.turnedBits(words, 1 << 13))
                .as("%s, bit %d", field, bit)
                .isBetween(Battery.SUSPECT, 1 - Battery.SUSPECT);
    }

    private record Weak(String name, Sequence keys) {}

    static Stream<Weak> weak() {
        return Stream.of(
                new Weak("a counter", i -> i * 0x9E3779B97F4A7C15L),
                new Weak("one round of multiplication", BatteryTest::oneRound),
                new Weak("fields added before a good hash", i -> Draws.next((i >> 3) + (i & 7), 1)),
                new Weak("java.util.Random by seed", i -> new Random(i).nextLong()));
    }

    @ParameterizedTest
    @MethodSource("weak")
    void aWeakHashIsRejected(Weak hash) {
        assertThat(Battery.failed(hash.keys())).as(hash.name()).isNotEmpty();
    }

    /** No test passes everything. */
    @Test
    void everyTestRejectsSomeWeakHash() {
        Set<String> rejecting = new HashSet<>();
        weak().forEach(hash -> rejecting.addAll(Battery.failed(hash.keys()).keySet()));
        assertThat(rejecting).containsAll(Battery.tests().keySet());
    }

    /** Tables of the chi-square distribution. */
    @Test
    void tailProbabilitiesAreThoseOfTheTables() {
        assertThat(ChiSquare.upperTail(3.841458821, 1)).isCloseTo(0.05, within(1e-9));
        assertThat(ChiSquare.upperTail(11.34486673, 3)).isCloseTo(0.01, within(1e-9));
        assertThat(ChiSquare.upperTail(63.69073975, 40)).isCloseTo(0.01, within(1e-9));
        assertThat(ChiSquare.upperTail(29.70668269, 50)).isCloseTo(0.99, within(1e-9));
        assertThat(ChiSquare.upperTail(2, 2)).isCloseTo(StrictMath.exp(-1), within(1e-14));
        assertThat(ChiSquare.upperTail(60, 4)).isCloseTo(31 * StrictMath.exp(-30), within(1e-20));
    }

    private static Sequence sequence(Sequence keys) {
        return keys;
    }

    private static long oneRound(int i) {
        long z = i * 0x9E3779B97F4A7C15L;
        return (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    }
}
