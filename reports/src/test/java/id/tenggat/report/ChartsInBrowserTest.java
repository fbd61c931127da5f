package id.tenggat.report;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.LatencyLog;
import id.tenggat.recording.LatencyLog.Latencies;
import id.tenggat.recording.Recording;
import id.tenggat.recording.TimelineRow;
import id.tenggat.summary.StationFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.WebElement;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The page's charts hold the recording's numbers, and tell them. */
@ExtendWith(InBrowser.class)
@ResourceLock(InBrowser.PAGE)
class ChartsInBrowserTest {

    private static final double START = 1_725_641_700;
    private static final double MINUTE = 60;

    @Test
    void holdWhatHappenedToApplicants(ShownReport page) {
        page.openSmall();
        List<TimelineRow> rows = page.small.timeline();
        assertThat(page.line("completion", 0)).startsWith(START, START + MINUTE).endsWith(START + 5 * MINUTE);
        assertThat(page.line("completion", 1).subList(1, 6))
                .containsExactlyElementsOf(sums(rows, TimelineRow::arrivals).subList(1, 6));
        assertThat(page.line("completion", 2))
                .containsExactlyElementsOf(sums(rows, row -> row.endings().of(Ending.COMPLETED)));
        assertThat(page.line("completion", 3).subList(1, 6))
                .containsExactlyElementsOf(counts(rows, TimelineRow::inside));
    }

    @Test
    void holdWhatBecameOfAttempts(ShownReport page) {
        page.openSmall();
        assertThat(page.labels("fates")).containsExactly("failed", "timed out", "rejected", "served");
        assertPerSecond(page, page.line("fates", 4), row -> row.fates().of(Fate.SERVED));
        assertPerSecond(
                page,
                page.line("fates", 1),
                row -> row.fates().total() - row.fates().of(Fate.ABANDONED));
        for (TimelineRow row : page.small.timeline()) {
            assertThat(page.line("amplification", 1).get(row.interval()))
                    .isEqualTo((double) row.sent() / row.begun(), within(1e-9));
        }
    }

    @Test
    void holdWhatAStationCouldHaveServed(ShownReport page) {
        page.openSmall();
        assertThat(page.browser.find("[data-chart=capacity] select").getDomProperty("value"))
                .as("registration, which breaks first")
                .isEqualTo("0");
        assertCapacity(page, 0);
        page.browser.find("[data-chart=capacity] option[value='1']").click();
        assertCapacity(page, 1);
        page.browser.find("[data-chart=capacity] option[value='']").click();
        assertThat(page.labels("capacity")).containsExactly("offered", "served");
        assertPerSecond(page, page.line("capacity", 1), TimelineRow::sent);
    }

    private static void assertCapacity(ShownReport page, int station) {
        List<String> labels = page.labels("capacity");
        assertThat(labels).startsWith("offered", "served").endsWith("capacity");
        for (StationFlow.Part part : StationFlow.of(page.small, station).parts()) {
            assertThat(page.line("capacity", 1).get(part.interval())).isEqualTo(part.offered() / MINUTE, within(1e-4));
            assertThat(page.line("capacity", 2).get(part.interval())).isEqualTo(part.served() / MINUTE, within(1e-4));
            assertThat(page.line("capacity", labels.size()).get(part.interval()))
                    .isEqualTo(part.possible().orElseThrow() / MINUTE, within(1e-4));
        }
    }

    @Test
    void holdEachStepsDistributionUpToItsLargestValue(ShownReport page) {
        page.openSlicedTwice();
        Recording recording = page.sliced;
        List<Double> oneIn = page.line("spectrum", 0);
        for (int step = 0; step < recording.provenance().steps().size(); step++) {
            String name = recording.provenance().steps().get(step).name();
            Latencies all = recording
                    .latencies()
                    .total(LatencyLog.tag(name, Fate.SERVED))
                    .orElseThrow();
            List<Double> seconds = page.line("spectrum", step + 1);
            assertThat(seconds.get(oneIn.indexOf(2.0))).isEqualTo(all.quantileUs(0.5) / 1e6, within(1e-3));
            assertThat(seconds.get(oneIn.indexOf((double) all.count()))).isEqualTo(all.maxUs() / 1e6, within(1e-9));
        }
    }

    @Test
    void tellTheSameInATable(ShownReport page) {
        page.openSmall();
        page.browser.find("[data-chart=fates] summary").click();
        List<WebElement> rows = page.browser.findAll("[data-chart=fates] details tbody tr");
        assertThat(rows).hasSameSizeAs(page.small.timeline());
        assertThat(rows.get(1).getText()).isEqualTo("6 Sep 23:56 0/s 0/s 0.01667/s 0.05/s");
        assertThat(page.browser.findAll("[data-chart=fates] thead th[scope=col]"))
                .hasSize(5);
        assertThat(page.browser.findAll("[data-chart=fates] tbody th[scope=row]"))
                .hasSize(5);
    }

    @Test
    void sayHowManyAreCompleteAtTheInstantThatIsPointedAt(ShownReport page) {
        page.openSmall();
        WebElement says = page.browser.find("[data-chart=completion] .says");
        assertThat(says.getText()).isEqualTo("By the deadline, 7 Sep 00:00, 3 of 5 complete (60.0%)");
        page.pointAt("completion", 0.62);
        assertThat(says.getText()).isEqualTo("At 6 Sep 23:58, 2 of 5 complete (40.0%)");
        assertThat(page.browser.find("[data-chart=latency] .u-legend").getText())
                .as("other charts point at the same instant")
                .contains("6 Sep 23:58")
                .contains("4.002 s");
    }

    private static void assertPerSecond(ShownReport page, List<Double> shown, ToLongFunction<TimelineRow> count) {
        for (TimelineRow row : page.small.timeline()) {
            assertThat(shown.get(row.interval())).isEqualTo(count.applyAsLong(row) / MINUTE, within(1e-9));
        }
    }

    private static List<Double> counts(List<TimelineRow> rows, ToLongFunction<TimelineRow> count) {
        return rows.stream().map(row -> (double) count.applyAsLong(row)).toList();
    }

    /** Zero, then the sums up to the end of each interval. */
    private static List<Double> sums(List<TimelineRow> rows, ToLongFunction<TimelineRow> count) {
        double[] sum = {0};
        return Stream.concat(Stream.of(0.0), counts(rows, count).stream().map(n -> sum[0] += n))
                .toList();
    }
}
