package id.tenggat.recording;

import id.tenggat.recording.Provenance.Axis;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.DataFormatException;

/**
 * {@code latency.hlog}: HdrHistogram's log format 1.3, readable by its own tools. Values are microseconds with three
 * significant digits. One histogram an interval and tag, where anything was recorded:
 *
 * <ul>
 *   <li>{@code step:FATE}: latency from due,
 *   <li>{@code step:SERVED:uncorrected}: latency from sent, which hides a queue in the injector,
 *   <li>{@code slip}: sent − due of everything sent.
 * </ul>
 *
 * {@code uncorrected.hlog}, of live runs only, holds {@code step:FATE:uncorrected} of all other fates, in intervals in which
 * any attempt with that fate slipped.
 *
 * Times in the file are calendar seconds since the base time, which is the origin. The only class that knows the library.
 */
public final class LatencyLog {

    static final String NAME = "latency.hlog";
    static final String UNCORRECTED = "uncorrected.hlog";

    /** Tag of sent − due. */
    public static final String SLIP = "slip";

    private static final int HEADER_LINES = 5;
    private static final int SIGNIFICANT_DIGITS = 3;
    /** Knows the ends of all buckets. */
    private static final Histogram SCALE = new Histogram(SIGNIFICANT_DIGITS);

    private static final String SERVED_END = ":" + Fate.SERVED;
    private static final String COMMENT =
            "#[Latency in microseconds; tags: step:FATE from due, step:SERVED:uncorrected from sent, slip = sent - due]";
    private static final int POINTS_PER_HALVING = 5;

    private final Map<String, Latencies> totals;
    private final Map<String, List<IntervalLatencies>> intervals;
    /** Of served attempts only: nobody asks for the others' quantiles in a part of a run. */
    private final Map<String, List<IntervalBuckets>> served;

    private LatencyLog() {
        this.totals = new LinkedHashMap<>();
        this.intervals = new LinkedHashMap<>();
        this.served = new LinkedHashMap<>();
    }

    /** Tag of the latency from due of attempts with this fate. */
    public static String tag(String step, Fate fate) {
        return tag(step, fate.name());
    }

    /** Tag of a fate by its name. */
    static String tag(String step, String fate) {
        return step + ":" + fate;
    }

    /** Tag of the latency from sent of served attempts. */
    public static String uncorrectedTag(String step) {
        return uncorrectedTag(step, Fate.SERVED);
    }

    /** Tag of the latency from sent of attempts with this fate. */
    public static String uncorrectedTag(String step, Fate fate) {
        return tag(step, fate) + ":uncorrected";
    }

    /**
     * Reads the file.
     *
     * @param intervals only this many are read: later ones are those of a writer that was killed in mid-interval
     */
    static LatencyLog read(Path directory, Provenance provenance, int intervals) {
        LatencyLog log = empty();
        log.add(directory.resolve(NAME), provenance, intervals);
        Path uncorrected = directory.resolve(UNCORRECTED);
        if (Files.exists(uncorrected)) {
            log.add(uncorrected, provenance, intervals);
        }
        return log;
    }

    private void add(Path file, Provenance provenance, int intervals) {
        Lines lines = Lines.read(file, provenance.status(), COMMENT);
        double seconds = provenance.axis().calendarSeconds();
        for (int i = HEADER_LINES; i < lines.all().size(); i++) {
            add(lines, i, seconds, intervals);
        }
    }

    private void add(Lines lines, int index, double intervalSeconds, int intervals) {
        try {
            String[] cells = lines.all().get(index).split(",", -1);
            String tag = cells[0].substring("Tag=".length());
            int interval = (int) Math.round(Double.parseDouble(cells[1]) / intervalSeconds);
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(cells[4])), 0);
            if (interval < intervals) {
                add(tag, buckets(interval, histogram));
            }
        } catch (DataFormatException | RuntimeException e) {
            throw new RecordingException(
                    lines.file(),
                    "line " + (index + 1) + " is not a tagged histogram; the recording is garbled: make it anew",
                    e);
        }
    }

    /** One that holds nothing yet. */
    static LatencyLog empty() {
        return new LatencyLog();
    }

    /** Keeps an interval in memory and clears it. */
    void keep(int interval, OpenLatencies open) {
        BiConsumer<LatencyCounts, List<String>> keeper = (counts, tags) -> {
            if (counts.total() > 0) {
                IntervalBuckets.Builder buckets = new IntervalBuckets.Builder(interval);
                counts.forEach((us, count) -> buckets.add(SCALE.highestEquivalentValue(us), Math.toIntExact(count)));
                IntervalBuckets held = buckets.build();
                tags.forEach(tag -> add(tag, held));
            }
        };
        open.uncorrectedInto(keeper);
        open.drainInto(keeper);
    }

    private void add(String tag, IntervalBuckets held) {
        Histogram total = totals.computeIfAbsent(tag, t -> new Latencies()).histogram;
        for (int i = 0; i < held.size(); i++) {
            total.recordValueWithCount(held.us(i), held.count(i));
        }
        intervals
                .computeIfAbsent(tag, t -> new ArrayList<>())
                .add(new IntervalLatencies(
                        held.interval(), held.total(), held.quantileUs(0.5), held.quantileUs(0.99), held.maxUs()));
        if (tag.endsWith(SERVED_END)) {
            served.computeIfAbsent(tag, t -> new ArrayList<>()).add(held);
        }
    }

    private static IntervalBuckets buckets(int interval, AbstractHistogram histogram) {
        IntervalBuckets.Builder buckets = new IntervalBuckets.Builder(interval);
        for (HistogramIterationValue bucket : histogram.recordedValues()) {
            buckets.add(bucket.getValueIteratedTo(), Math.toIntExact(bucket.getCountAddedInThisIterationStep()));
        }
        return buckets.build();
    }

    /** The lines before the first histogram. The library's own start line would hold the time in this machine's zone. */
    static String header(Axis axis) {
        double originSeconds = axis.origin().toEpochMilli() / 1e3;
        String start = String.format(
                Locale.ROOT, "#[StartTime: %.3f (seconds since epoch), %s]", originSeconds, axis.origin());
        return String.join(
                "\n",
                COMMENT,
                "#[Histogram log format version 1.3]",
                start,
                String.format(Locale.ROOT, "#[BaseTime: %.3f (seconds since epoch)]", originSeconds),
                "\"StartTimestamp\",\"Interval_Length\",\"Interval_Max\",\"Interval_Compressed_Histogram\"\n");
    }

    /** The tags under which anything was recorded. */
    public Set<String> tags() {
        return Collections.unmodifiableSet(totals.keySet());
    }

    /** Everything recorded under a tag, merged over all intervals; empty if nothing was. */
    public Optional<Latencies> total(String tag) {
        return Optional.ofNullable(totals.get(tag));
    }

    /** The intervals in which anything was recorded under a tag, in order. */
    public List<IntervalLatencies> overTime(String tag) {
        return intervals.getOrDefault(tag, List.of());
    }

    /** What was recorded of a step's served attempts, from due, interval by interval, in order. */
    public List<IntervalBuckets> servedOverTime(String step) {
        return served.getOrDefault(tag(step, Fate.SERVED), List.of());
    }

    /** Values of many attempts. */
    public static final class Latencies {

        private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);

        private Latencies() {}

        /** How many values, 1 or more. */
        public long count() {
            return histogram.getTotalCount();
        }

        /**
         * The smallest value that at least this share of the values does not exceed, in microseconds, rounded up by at
         * most 0.1 %.
         *
         * @param share above 0 and up to 1
         */
        public long quantileUs(double share) {
            return histogram.getValueAtPercentile(share * 100);
        }

        /** The largest value, in microseconds, rounded up by at most 0.1 %. */
        public long maxUs() {
            return histogram.getMaxValue();
        }

        /**
         * Quantiles from the smallest value, whose share is 0, to the largest, whose share is 1: five each time the values
         * beyond are halved, so that the rarest are told as finely as the others. The library's own steps.
         */
        public List<Quantile> spectrum() {
            List<Quantile> points = new ArrayList<>();
            for (HistogramIterationValue step : histogram.percentiles(POINTS_PER_HALVING)) {
                points.add(new Quantile(step.getPercentileLevelIteratedTo() / 100, step.getValueIteratedTo()));
            }
            return points;
        }
    }

    /**
     * A point of a distribution.
     *
     * @param share of the values that do not exceed it, 0 to 1
     * @param us the value in microseconds, rounded up by at most 0.1 %
     */
    public record Quantile(double share, long us) {}

    /** What one interval held of a tag, in microseconds. */
    public record IntervalLatencies(int interval, long count, long p50Us, long p99Us, long maxUs) {}
}
