package id.tenggat.benchmarks.measure;

import id.tenggat.recording.LatencyLog.Latencies;

import java.util.Arrays;
import java.util.Locale;

/** Quantiles of response times, in milliseconds, and of how many. Not a number: not told. */
public record Quantiles(long count, double p50Ms, double p90Ms, double p99Ms, double p999Ms, double maxMs) {

    private static final double NS_PER_MS = 1e6;
    private static final double US_PER_MS = 1e3;

    /** Exactly, of these values in any order. */
    public static Quantiles ofNs(long[] valuesNs) {
        long[] sorted = valuesNs.clone();
        Arrays.sort(sorted);
        return new Quantiles(
                sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 0.999), at(sorted, 1));
    }

    /** As a recording has them. */
    public static Quantiles of(Latencies latencies) {
        return new Quantiles(
                latencies.count(),
                latencies.quantileUs(0.5) / US_PER_MS,
                latencies.quantileUs(0.9) / US_PER_MS,
                latencies.quantileUs(0.99) / US_PER_MS,
                latencies.quantileUs(0.999) / US_PER_MS,
                latencies.maxUs() / US_PER_MS);
    }

    /** The smallest value that at least this share of the values does not exceed. */
    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / NS_PER_MS;
    }

    /** As a line for another process. */
    public String line() {
        return count + " " + p50Ms + " " + p90Ms + " " + p99Ms + " " + p999Ms + " " + maxMs;
    }

    /** From such a line. */
    public static Quantiles parse(String line) {
        String[] words = line.split(" ", -1);
        return new Quantiles(
                Long.parseLong(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]),
                Double.parseDouble(words[5]));
    }

    /** As cells of a table. */
    public String cells() {
        return String.format(Locale.ROOT, "%9d", count)
                + cell(p50Ms)
                + cell(p90Ms)
                + cell(p99Ms)
                + cell(p999Ms)
                + cell(maxMs);
    }

    private static String cell(double ms) {
        return Double.isNaN(ms) ? "         -" : String.format(Locale.ROOT, " %9.1f", ms);
    }
}
