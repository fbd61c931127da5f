package id.tenggat.draw;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tests of a sequence of 64-bit keys against independent uniform ones, after Knuth (The Art of Computer Programming 2,
 * 3.3.2), Marsaglia's birthday spacings, and counts of bits. Each gives the probability of a fit that is no better; a bad
 * generator gives nearly 0, or nearly 1 if it is too even.
 */
final class Battery {

    static final int N = 1 << 19;

    /** Once in a million on either side. */
    static final double SUSPECT = 1e-6;

    private Battery() {}

    /** The i-th key of a sequence, i from 0. */
    @FunctionalInterface
    interface Sequence {
        long at(int i);

        /** The i-th number of the sequence among the whole numbers below this. */
        default int digit(int i, int below) {
            return (int) (Draws.uniform(at(i)) * below);
        }

        /** The same keys with the last bit first. */
        default Sequence reversed() {
            return i -> Long.reverse(at(i));
        }
    }

    /** One test. */
    @FunctionalInterface
    interface Test {
        double probability(Sequence sequence);
    }

    /** Every test by its name. */
    static Map<String, Test> tests() {
        Map<String, Test> tests = new LinkedHashMap<>();
        tests.put("equidistribution", Battery::equidistribution);
        tests.put("serial pairs", Battery::serialPairs);
        tests.put("gaps", Battery::gaps);
        tests.put("poker", Battery::poker);
        tests.put("runs up", Battery::runsUp);
        tests.put("maximum of eight", Battery::maximumOfEight);
        tests.put("birthday spacings", Battery::birthdaySpacings);
        tests.put("bit frequencies", sequence -> turnedBits(sequence, N / 2));
        tests.put(
                "avalanche between neighbours",
                sequence -> turnedBits(i -> sequence.at(2 * i) ^ sequence.at(2 * i + 1), N / 2));
        tests.put("number of ones", Battery::numberOfOnes);
        tests.put("correlation of neighbours", Battery::correlation);
        return tests;
    }

    /** The tests that a sequence or its reverse fails, with the probabilities. */
    static Map<String, Double> failed(Sequence sequence) {
        Map<String, Double> failed = new LinkedHashMap<>();
        tests().forEach((name, test) -> {
            note(failed, name, test.probability(sequence));
            note(failed, name + ", bits reversed", test.probability(sequence.reversed()));
        });
        return failed;
    }

    private static void note(Map<String, Double> failed, String name, double probability) {
        if (!(probability > SUSPECT && probability < 1 - SUSPECT)) {
            failed.put(name, probability);
        }
    }

    private static double equidistribution(Sequence sequence) {
        int[] counts = new int[1024];
        for (int i = 0; i < N; i++) {
            counts[sequence.digit(i, counts.length)]++;
        }
        return ChiSquare.probability(counts);
    }

    private static double serialPairs(Sequence sequence) {
        int[] counts = new int[64 * 64];
        for (int i = 0; i < N; i += 2) {
            counts[sequence.digit(i, 64) * 64 + sequence.digit(i + 1, 64)]++;
        }
        return ChiSquare.probability(counts);
    }

    /** Lengths of gaps between numbers below 1/8: geometric, 40 or more in one. */
    private static double gaps(Sequence sequence) {
        int[] counts = new int[41];
        int length = 0;
        for (int i = 0; i < N; i++) {
            if (sequence.digit(i, 8) == 0) {
                counts[Math.min(length, 40)]++;
                length = 0;
            } else {
                length++;
            }
        }
        double[] probabilities = new double[41];
        for (int i = 0; i < 40; i++) {
            probabilities[i] = StrictMath.pow(7.0 / 8, i) / 8;
        }
        probabilities[40] = StrictMath.pow(7.0 / 8, 40);
        return ChiSquare.probability(counts, probabilities);
    }

    /** How many of five digits differ: Stirling numbers of the second kind, 1, 15, 25, 10, 1; one or two in one. */
    private static double poker(Sequence sequence) {
        int[] counts = new int[4];
        for (int i = 0; i + 5 <= N; i += 5) {
            int seen = 0;
            for (int j = 0; j < 5; j++) {
                seen |= 1 << sequence.digit(i + j, 10);
            }
            counts[Math.max(Integer.bitCount(seen), 2) - 2]++;
        }
        double[] probabilities = {(10 + 15 * 90) / 1e5, 25 * 720 / 1e5, 10 * 5040 / 1e5, 30_240 / 1e5};
        return ChiSquare.probability(counts, probabilities);
    }

    /** Lengths of rising runs; the number after a run is left out, so that runs are independent. */
    private static double runsUp(Sequence sequence) {
        int[] counts = new int[6];
        for (int i = 0; i < N - 64; i += 2) {
            int length = 1;
            while (length < 60 && Draws.uniform(sequence.at(i + 1)) > Draws.uniform(sequence.at(i))) {
                length++;
                i++;
            }
            counts[Math.min(length, 6) - 1]++;
        }
        double[] probabilities = {1 / 2.0, 1 / 3.0, 1 / 8.0, 1 / 30.0, 1 / 144.0, 1 / 720.0};
        return ChiSquare.probability(counts, probabilities);
    }

    /** The eighth power of the greatest of eight is uniform. */
    private static double maximumOfEight(Sequence sequence) {
        int[] counts = new int[256];
        for (int i = 0; i < N; i += 8) {
            double greatest = 0;
            for (int j = 0; j < 8; j++) {
                greatest = Math.max(greatest, Draws.uniform(sequence.at(i + j)));
            }
            counts[(int) (StrictMath.pow(greatest, 8) * counts.length)]++;
        }
        return ChiSquare.probability(counts);
    }

    /** Equal spacings among 512 birthdays in 2²⁵ days, with Knuth's exact probabilities (3.3.2 J). */
    private static double birthdaySpacings(Sequence sequence) {
        int[] counts = new int[4];
        for (int i = 0; i + 512 <= N; i += 512) {
            counts[Math.min(equalSpacings(sequence, i), 3)]++;
        }
        return ChiSquare.probability(counts, new double[] {0.368801577, 0.369035243, 0.183471182, 0.078691997});
    }

    private static int equalSpacings(Sequence sequence, int from) {
        int[] days = new int[512];
        for (int j = 0; j < days.length; j++) {
            days[j] = (int) (sequence.at(from + j) >>> 39);
        }
        Arrays.sort(days);
        int[] spacings = new int[512];
        for (int j = 0; j < days.length; j++) {
            spacings[j] = j == 0 ? days[0] + (1 << 25) - days[511] : days[j] - days[j - 1];
        }
        Arrays.sort(spacings);
        int equal = 0;
        for (int j = 1; j < spacings.length; j++) {
            equal += spacings[j] == spacings[j - 1] ? 1 : 0;
        }
        return equal;
    }

    /** Each of 64 bits is set in half of the words: the squared deviations are a chi-square of 64 degrees of freedom. */
    static double turnedBits(Sequence words, int n) {
        int[] ones = new int[64];
        for (int i = 0; i < n; i++) {
            long word = words.at(i);
            for (int bit = 0; bit < 64; bit++) {
                ones[bit] += (int) (word >>> bit) & 1;
            }
        }
        double statistic = 0;
        for (int count : ones) {
            statistic += (count - n / 2.0) * (count - n / 2.0) / (n / 4.0);
        }
        return ChiSquare.upperTail(statistic, 64);
    }

    /** Binomial of 64 halves; 20 or fewer, and 44 or more, in one. */
    private static double numberOfOnes(Sequence sequence) {
        int[] counts = new int[25];
        for (int i = 0; i < N; i++) {
            counts[Math.min(Math.max(Long.bitCount(sequence.at(i)), 20), 44) - 20]++;
        }
        double[] probabilities = new double[25];
        double binomial = StrictMath.scalb(1.0, -64);
        for (int k = 0; k <= 64; k++) {
            probabilities[Math.min(Math.max(k, 20), 44) - 20] += binomial;
            binomial *= (64.0 - k) / (k + 1);
        }
        return ChiSquare.probability(counts, probabilities);
    }

    /** Independent uniforms less ½ have products of mean 0 and variance 1/144. */
    private static double correlation(Sequence sequence) {
        double sum = 0;
        for (int i = 0; i < N; i += 2) {
            sum += (Draws.uniform(sequence.at(i)) - 0.5) * (Draws.uniform(sequence.at(i + 1)) - 0.5);
        }
        return ChiSquare.upperTail(sum * sum * 144 / (N / 2.0), 1);
    }
}
