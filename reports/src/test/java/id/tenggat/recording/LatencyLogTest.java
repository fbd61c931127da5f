package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.recording.LatencyLog.IntervalLatencies;
import id.tenggat.recording.LatencyLog.Quantile;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogProcessor;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class LatencyLogTest {

    private static final long ORIGIN_MS = Instant.parse("2024-09-06T16:55:00Z").toEpochMilli();

    @TempDir
    Path temp;

    private Path log;

    @BeforeEach
    void write() {
        SmallRun.write(temp.resolve("run"));
        log = temp.resolve("run").resolve("latency.hlog");
    }

    @Test
    void theLibrarysOwnReaderFindsEveryIntervalTagAndTime() throws FileNotFoundException {
        List<Histogram> stamps = read("stamp:SERVED");
        assertThat(stamps)
                .extracting(Histogram::getStartTimeStamp)
                .containsExactly(ORIGIN_MS + 60_000, ORIGIN_MS + 120_000, ORIGIN_MS + 180_000);
        assertThat(stamps)
                .extracting(Histogram::getEndTimeStamp)
                .containsExactly(ORIGIN_MS + 120_000, ORIGIN_MS + 180_000, ORIGIN_MS + 240_000);
        assertThat(stamps.get(2).valuesAreEquivalent(stamps.get(2).getMaxValue(), 4_000_000))
                .isTrue();
    }

    @Test
    void latencyCountsFromDueAndUncorrectedFromSent() throws FileNotFoundException {
        Histogram slipped = read("stamp:SERVED:uncorrected").get(2);
        assertThat(slipped.getCountAtValue(3_990_000)).isEqualTo(1);
        Histogram onTime = read("stamp:SERVED:uncorrected").get(0);
        assertThat(onTime.getCountAtValue(1_000_000)).isEqualTo(1);
    }

    @Test
    void slipIsOfEverythingSentAndOfNothingElse() throws FileNotFoundException {
        List<Histogram> slips = read("slip");
        assertThat(slips).extracting(Histogram::getTotalCount).containsExactly(3L, 4L, 2L, 2L);
        assertThat(slips.get(3).getCountAtValue(10_000)).isEqualTo(1);
        assertThat(slips.get(3).getCountAtValue(0)).isEqualTo(1);
    }

    @Test
    void theLibrarysOwnProcessorPrintsItsPercentiles() throws IOException, InterruptedException {
        Path printed = temp.resolve("printed");
        HistogramLogProcessor processor = processor(printed);
        processor.start();
        processor.join();
        assertThat(Files.readString(temp.resolve("printed.hgrm"))).contains("Total count    =            3");
        assertThat(Files.readString(temp.resolve("printed"))).contains("120.000: I:1", "240.000: I:1");
    }

    private HistogramLogProcessor processor(Path printed) throws FileNotFoundException {
        return new HistogramLogProcessor(new String[] {
            "-i", log.toString(), "-o", printed.toString(), "-tag", "stamp:SERVED", "-outputValueUnitRatio", "1000"
        });
    }

    @Test
    void readingMergesIntervalsExactly() {
        LatencyLog read = Recording.read(temp.resolve("run")).latencies();
        assertThat(read.overTime("sign-up:SERVED"))
                .extracting(IntervalLatencies::count)
                .containsExactly(2L, 2L, 1L);
        LatencyLog.Latencies all = read.total("sign-up:SERVED").orElseThrow();
        assertThat(all.count()).isEqualTo(5);
        assertThat(all.quantileUs(0.6)).isBetween(300_000L, 300_300L);
        assertThat(all.maxUs()).isBetween(500_000L, 500_500L);
        assertThat(read.total("stamp:REJECTED")).isEmpty();
    }

    @Test
    void aSpectrumGoesFromTheSmallestValueToTheLargestInTheLibrarysOwnSteps() {
        List<Quantile> spectrum = Recording.read(temp.resolve("run"))
                .latencies()
                .total("sign-up:SERVED")
                .orElseThrow()
                .spectrum();
        assertThat(spectrum)
                .extracting(Quantile::share)
                .startsWith(0.0, 0.1, 0.2)
                .endsWith(1.0);
        assertThat(spectrum).extracting(Quantile::share).isSorted().contains(0.5, 0.55, 0.75);
        assertThat(spectrum).extracting(Quantile::us).isSorted();
        assertThat(spectrum)
                .filteredOn(point -> point.share() == 0.5)
                .singleElement()
                .satisfies(median -> assertThat(median.us()).isBetween(300_000L, 300_300L));
        assertThat(spectrum.get(spectrum.size() - 1).us()).isBetween(500_000L, 500_500L);
    }

    private List<Histogram> read(String tag) throws FileNotFoundException {
        List<Histogram> found = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
            while (reader.hasNext()) {
                if (reader.nextIntervalHistogram() instanceof Histogram histogram && tag.equals(histogram.getTag())) {
                    found.add(histogram);
                }
            }
        }
        return found;
    }
}
