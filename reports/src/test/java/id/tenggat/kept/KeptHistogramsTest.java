package id.tenggat.kept;

import id.tenggat.recording.LatencyLog;
import id.tenggat.recording.LatencyLog.Latencies;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** HdrHistogram's own tools open the histograms of every kept recording, and find in them what our reader finds. */
class KeptHistogramsTest {

    private static final int SIGNIFICANT_DIGITS = 3;

    /** The last column of its lines: how many in all, then their p50, p90, p99 and more. */
    private static final Pattern IN_ALL = Pattern.compile("T:(\\d+) \\( *\\S+ +\\S+ +(\\S+) ");

    @TempDir
    private Path folder = Path.of("");

    static List<Kept> recordings() {
        return Kept.all();
    }

    /** Their histogram logs. */
    private static Stream<Path> logs(Kept kept) {
        return kept.files().stream().filter(name -> name.endsWith(".hlog")).map(kept.directory()::resolve);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theLibrarysReaderFindsTheSame(Kept kept) throws FileNotFoundException {
        Map<String, Histogram> found = new TreeMap<>();
        for (Path log : logs(kept).toList()) {
            merge(log, found);
        }
        LatencyLog ours = kept.read().latencies();
        assertThat(found.keySet()).isEqualTo(ours.tags());
        found.forEach((tag, histogram) -> {
            Latencies latencies = ours.total(tag).orElseThrow();
            assertThat(histogram.getTotalCount()).as(tag).isEqualTo(latencies.count());
            assertThat(histogram.getValueAtPercentile(99)).as(tag).isEqualTo(latencies.quantileUs(0.99));
        });
    }

    private static void merge(Path log, Map<String, Histogram> found) throws FileNotFoundException {
        try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
            while (reader.hasNext()) {
                EncodableHistogram next = reader.nextIntervalHistogram();
                found.computeIfAbsent(next.getTag(), tag -> new Histogram(SIGNIFICANT_DIGITS))
                        .add((Histogram) next);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theLibrarysProcessorPrintsTheSame(Kept kept) throws IOException, InterruptedException {
        LatencyLog ours = kept.read().latencies();
        for (Path log : logs(kept).toList()) {
            Map<String, Histogram> tags = new TreeMap<>();
            merge(log, tags);
            for (String tag : tags.keySet()) {
                Latencies latencies = ours.total(tag).orElseThrow();
                assertThat(printed(log, tag))
                        .as(log + " " + tag)
                        .isEqualTo(latencies.count() + " " + latencies.quantileUs(0.99) + ".000");
            }
        }
    }

    /** What the processor says of a tag at the log's end: how many, and their p99 in microseconds. */
    private String printed(Path log, String tag) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        HistogramLogProcessor processor = new HistogramLogProcessor(
                new String[] {"-i", log.toString(), "-o", printed.toString(), "-tag", tag, "-outputValueUnitRatio", "1"
                });
        processor.start();
        processor.join();
        Matcher inAll = IN_ALL.matcher(Files.readString(printed));
        String last = "";
        while (inAll.find()) {
            last = inAll.group(1) + " " + inAll.group(2);
        }
        return last;
    }
}
