package id.tenggat.recording;

import id.tenggat.recording.Provenance.Axis;
import id.tenggat.scenario.OverflowException;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.HdrHistogram.IntCountsHistogram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;

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
 * Times in the file are calendar seconds since the base time, which is the origin. The only class that knows the library.
 */
public final class LatencyLog {

    static final String NAME = "latency.hlog";

    /** Tag of sent − due. */
    public static final String SLIP = "slip";

    private static final String COMMENT =
            "#[Latency in microseconds; tags: step:FATE from due, step:SERVED:uncorrected from sent, slip = sent - due]";
    private static final int HEADER_LINES = 5;
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double US_PER_MS = 1000;
    private static final int FATES = Fate.values().length;
    private static final Set<Fate> NOT_SERVED = EnumSet.complementOf(EnumSet.of(Fate.SERVED));

    private final Map<String, Latencies> totals;
    private final Map<String, List<IntervalLatencies>> intervals;

    private LatencyLog(Map<String, Latencies> totals, Map<String, List<IntervalLatencies>> intervals) {
        this.totals = totals;
        this.intervals = intervals;
    }

    /** Tag of the latency from due of attempts with this fate. */
    public static String tag(String step, Fate fate) {
        return step + ":" + fate;
    }

    /** Tag of the latency from sent of served attempts. */
    public static String uncorrectedTag(String step) {
        return step + ":SERVED:uncorrected";
    }

    /**
     * Reads the file.
     *
     * @param intervals only this many are read: later ones are those of a writer that was killed in mid-interval
     */
    static LatencyLog read(Path directory, Provenance provenance, int intervals) {
        Lines lines = Lines.read(directory.resolve(NAME), provenance.status(), COMMENT);
        LatencyLog log = empty();
        double seconds = calendarSeconds(provenance.axis());
        for (int i = HEADER_LINES; i < lines.all().size(); i++) {
            log.add(lines, i, seconds, intervals);
        }
        return log;
    }

    private void add(Lines lines, int index, double intervalSeconds, int intervals) {
        try {
            String[] cells = lines.all().get(index).split(",", -1);
            String tag = cells[0].substring("Tag=".length());
            int interval = (int) Math.round(Double.parseDouble(cells[1]) / intervalSeconds);
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(cells[4])), 0);
            if (interval < intervals) {
                add(tag, interval, histogram);
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
        return new LatencyLog(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** Keeps an interval in memory and clears it. */
    void keep(int interval, Open open) {
        open.drainInto((histogram, tags) -> {
            if (histogram.getTotalCount() > 0) {
                tags.forEach(tag -> add(tag, interval, histogram));
            }
        });
    }

    private void add(String tag, int interval, AbstractHistogram histogram) {
        totals.computeIfAbsent(tag, t -> new Latencies()).histogram.add(histogram);
        intervals
                .computeIfAbsent(tag, t -> new ArrayList<>())
                .add(new IntervalLatencies(
                        interval,
                        histogram.getTotalCount(),
                        histogram.getValueAtPercentile(50),
                        histogram.getValueAtPercentile(99),
                        histogram.getMaxValue()));
    }

    /** Intervals are shorter on the engine's clock if time is lapsed. */
    private static double calendarSeconds(Axis axis) {
        return axis.intervalSeconds() * axis.timeLapse();
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
    }

    /** What one interval held of a tag, in microseconds. */
    public record IntervalLatencies(int interval, long count, long p50Us, long p99Us, long maxUs) {}

    /** The histograms of an interval that is still open. Cleared, it serves for another. */
    @SuppressWarnings("EnumOrdinal") // an index into arrays of this class; no file depends on it
    static final class Open {

        private final List<Provenance.Step> steps;
        /** Step after step one for each fate. */
        private final IntCountsHistogram[] fates;
        /** One a step, used from the first attempt on that slipped: until then it is the same as SERVED. */
        private final IntCountsHistogram[] uncorrected;

        private final boolean[] slipped;
        private final IntCountsHistogram slip = new IntCountsHistogram(SIGNIFICANT_DIGITS);
        private long onTime;

        Open(List<Provenance.Step> steps) {
            this.steps = steps;
            this.fates = empty(steps.size() * FATES);
            this.uncorrected = empty(steps.size());
            this.slipped = new boolean[steps.size()];
        }

        /** They grow with what they hold, so that those never used stay small. */
        private static IntCountsHistogram[] empty(int count) {
            return Stream.generate(() -> new IntCountsHistogram(SIGNIFICANT_DIGITS))
                    .limit(count)
                    .toArray(IntCountsHistogram[]::new);
        }

        /** @throws OverflowException if an interval holds more of a kind than a histogram can count */
        void attempt(int step, Fate fate, long slipNs, long latencyNs) {
            try {
                count(step, fate, slipNs, latencyNs);
            } catch (IllegalStateException e) {
                throw tooMany();
            }
        }

        private static OverflowException tooMany() {
            return new OverflowException(
                    "an interval holds more than %,d attempts of one step and fate".formatted(Integer.MAX_VALUE));
        }

        private void count(int step, Fate fate, long slipNs, long latencyNs) {
            if (slipNs > 0 && !slipped[step]) {
                slipped[step] = true;
                uncorrected[step].add(served(step));
            }
            fates[step * FATES + fate.ordinal()].recordValue(us(latencyNs));
            if (fate == Fate.SERVED && slipped[step]) {
                uncorrected[step].recordValue(us(latencyNs - slipNs));
            }
            if (fate != Fate.ABANDONED) {
                slip(slipNs);
            }
        }

        private void slip(long ns) {
            if (ns == 0) {
                onTime++;
            } else {
                slip.recordValue(us(ns));
            }
        }

        private IntCountsHistogram served(int step) {
            return fates[step * FATES + Fate.SERVED.ordinal()];
        }

        private static long us(long ns) {
            return (ns + 500) / 1000;
        }

        /** Hands every histogram over with the tags that it stands for, and clears them. */
        private void drainInto(BiConsumer<IntCountsHistogram, List<String>> writer) {
            for (int step = 0; step < steps.size(); step++) {
                String name = steps.get(step).name();
                if (slipped[step]) {
                    writer.accept(uncorrected[step], List.of(uncorrectedTag(name)));
                    writer.accept(served(step), List.of(tag(name, Fate.SERVED)));
                } else {
                    writer.accept(served(step), List.of(uncorrectedTag(name), tag(name, Fate.SERVED)));
                }
                for (Fate fate : NOT_SERVED) {
                    writer.accept(fates[step * FATES + fate.ordinal()], List.of(tag(name, fate)));
                }
            }
            if (onTime > Integer.MAX_VALUE) {
                throw tooMany();
            }
            slip.recordValueWithCount(0, onTime);
            writer.accept(slip, List.of(SLIP));
            clear();
        }

        private void clear() {
            Arrays.stream(fates).forEach(Open::clear);
            Arrays.stream(uncorrected).forEach(Open::clear);
            clear(slip);
            Arrays.fill(slipped, false);
            onTime = 0;
        }

        private static void clear(IntCountsHistogram histogram) {
            if (histogram.getTotalCount() > 0) {
                histogram.reset();
            }
        }
    }

    /** The file being written. */
    static final class Out implements AutoCloseable {

        private static final int COMPRESSED_COOKIE = 0x1c849314;
        private static final int COOKIE_BYTES = 2 * Integer.BYTES;

        private final Path file;
        private final Axis axis;
        private final OutputStream stream;
        /** The library's writer keeps quiet about I/O errors, so it writes to memory first. */
        private final ByteArrayOutputStream block = new ByteArrayOutputStream();

        private final HistogramLogWriter writer = new HistogramLogWriter(block);
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private ByteBuffer plain = ByteBuffer.allocate(0);
        private ByteBuffer compressed = ByteBuffer.allocate(0);

        Out(Path directory, Axis axis) {
            this.file = directory.resolve(NAME);
            this.axis = axis;
            try {
                this.stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw WholeFile.unwritable(file, e);
            }
            writeHeader();
        }

        /** The library's own start line would hold the time in the zone of this machine. */
        private void writeHeader() {
            writer.outputComment(
                    "[Latency in microseconds; tags: step:FATE from due, step:SERVED:uncorrected from sent,"
                            + " slip = sent - due]");
            writer.outputLogFormatVersion();
            long originMs = axis.origin().toEpochMilli();
            writer.outputComment(String.format(
                    Locale.ROOT, "[StartTime: %.3f (seconds since epoch), %s]", originMs / 1e3, axis.origin()));
            writer.outputBaseTime(originMs);
            writer.outputLegend();
            flush();
        }

        /** Writes an interval and clears it. */
        void write(int interval, Open open) {
            double seconds = calendarSeconds(axis);
            String span = String.format(Locale.ROOT, ",%.3f,%.3f,", interval * seconds, seconds);
            open.drainInto((histogram, tags) -> {
                if (histogram.getTotalCount() > 0) {
                    String line = span + encoded(histogram);
                    tags.forEach(tag -> block.writeBytes(("Tag=" + tag + line).getBytes(StandardCharsets.US_ASCII)));
                }
            });
            flush();
        }

        /**
         * HdrHistogram's compressed encoding V2: its cookie, the length, the plain encoding deflated. The library's own
         * writer makes a deflater for each, and lets it work ten times as long for a tenth less.
         */
        private String encoded(IntCountsHistogram histogram) {
            int size = histogram.getNeededByteBufferCapacity();
            if (plain.capacity() < size) {
                plain = ByteBuffer.allocate(2 * size);
                compressed = ByteBuffer.allocate(3 * size);
            }
            plain.clear();
            deflater.reset();
            deflater.setInput(plain.array(), 0, histogram.encodeIntoByteBuffer(plain));
            deflater.finish();
            int length = deflater.deflate(compressed.array(), COOKIE_BYTES, compressed.capacity() - COOKIE_BYTES);
            compressed.putInt(0, COMPRESSED_COOKIE).putInt(Integer.BYTES, length);
            return String.format(Locale.ROOT, "%.3f,", histogram.getMaxValue() / US_PER_MS)
                    + Base64.getEncoder().encodeToString(Arrays.copyOf(compressed.array(), COOKIE_BYTES + length))
                    + "\n";
        }

        private void flush() {
            try {
                block.writeTo(stream);
                block.reset();
            } catch (IOException e) {
                throw WholeFile.unwritable(file, e);
            }
        }

        @Override
        public void close() {
            deflater.end();
            try {
                stream.close();
            } catch (IOException e) {
                throw WholeFile.unwritable(file, e);
            }
        }
    }
}
