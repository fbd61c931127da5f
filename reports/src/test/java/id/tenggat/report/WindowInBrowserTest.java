package id.tenggat.report;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.RegencyRow;
import id.tenggat.recording.TimelineRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.Keys;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Mouse and keyboard, on the page's charts and tiles. */
@ExtendWith(InBrowser.class)
@ResourceLock(InBrowser.PAGE)
class WindowInBrowserTest {

    /** Intervals by which a share of a chart's width may be off, for pixels. */
    private static final double NEARLY = 2;

    @Test
    void aBrushOverOneChartZoomsAllOfItsRecording(ShownReport page) {
        page.openSlicedTwice();
        int all = page.sliced.timeline().size();
        page.drag("fates", 0.25, 0.5);
        assertWindow(page, all * 0.25, all * 0.5);
        assertThat(ranges(page, 0)).hasSize(1).isNotEqualTo(ranges(page, 1));
        assertThat(ranges(page, 0)).isEqualTo(page.texts("return [tenggat.windows.get('0').range().join('–')]"));
        page.browser.hands().doubleClick(page.area("queues")).perform();
        assertWindow(page, 0, all);
        assertThat(ranges(page, 0)).isEqualTo(ranges(page, 1));
    }

    @Test
    void countsWhatHappenedInAWindow(ShownReport page) {
        page.openSmall();
        List<TimelineRow> rows = page.small.timeline().subList(1, 3);
        page.drag("amplification", 0.25, 0.55);
        assertThat(page.browser.find(".in-window").getText())
                .isEqualToNormalizingWhitespace(
                        "6 Sep 23:56 – 6 Sep 23:58 offered %d served %d (83.3%%) rejected %d (16.7%%) applicants completed %d"
                                .formatted(
                                        sum(rows, TimelineRow::sent),
                                        sum(rows, row -> row.fates().of(Fate.SERVED)),
                                        sum(rows, row -> row.fates().of(Fate.REJECTED)),
                                        sum(rows, row -> row.endings().of(Ending.COMPLETED))));
        page.browser.find(".window button").click();
        assertThat(page.browser.find(".in-window").getText()).contains("6 Sep 23:55 – 7 Sep 00:00", "offered 11");
    }

    private static long sum(List<TimelineRow> rows, ToLongFunction<TimelineRow> count) {
        return rows.stream().mapToLong(count).sum();
    }

    @Test
    void keysMoveAndWidenIt(ShownReport page) {
        page.openSlicedTwice();
        int all = page.sliced.timeline().size();
        page.focusChart("latency");
        page.press("+");
        assertWindow(page, all / 4.0, all * 3 / 4.0);
        page.press(Keys.ARROW_RIGHT);
        assertWindow(page, all * 3 / 8.0, all * 7 / 8.0);
        page.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertWindow(page, all / 2.0, all);
        page.press("-");
        assertWindow(page, 0, all);
        page.press("+", "+", "0");
        assertWindow(page, 0, all);
    }

    @Test
    void keysPointAtAnInstantAndHideLines(ShownReport page) {
        page.openSlicedTwice();
        page.focusChart("completion");
        page.pressWithShift(Keys.ARROW_LEFT);
        assertThat(page.browser.find("[data-chart=completion] .says").getText())
                .matches("At .*, [\\d,]+ of 1,394 complete \\(.*%\\)");
        page.press("1");
        assertThat(
                        page.number(
                                "charts.find(c => c.figure.dataset.chart === 'completion').plot.series.filter(s => s.show).length"))
                .isEqualTo(3);
    }

    @Test
    void aStackFallsWhereALineIsHidden(ShownReport page) {
        page.openSmall();
        List<Double> served = page.line("fates", 4);
        List<Double> withRejected = page.line("fates", 3);
        page.focusChart("fates");
        page.press("4");
        assertThat(page.line("fates", 3).get(1)).isEqualTo(withRejected.get(1) - served.get(1), within(1e-9));
        page.press("4");
        assertThat(page.line("fates", 3)).isEqualTo(withRejected);
    }

    @Test
    void aTileForEachRegencyTellsOfIt(ShownReport page) {
        page.openSlicedTwice();
        List<RegencyRow> regencies = page.sliced.regencies();
        assertThat(
                        page.texts(
                                "return [...document.querySelector('.tiles').querySelectorAll('.province .tile')].map(t => t.ariaLabel)"))
                .containsExactlyInAnyOrderElementsOf(
                        regencies.stream().map(WindowInBrowserTest::words).toList());
        assertThat(page.browser.findAll(".tiles .tile[tabindex='0']"))
                .as("one stop for each of two grids")
                .hasSize(2);
        page.focus(".province .tile");
        page.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(saidOfTiles(page)).isEqualTo(words(regencies.get(2)));
        page.press(Keys.PAGE_DOWN);
        assertThat(saidOfTiles(page)).contains(", Sumatera Utara: ");
        page.press(Keys.ARROW_UP);
        assertThat(saidOfTiles(page)).as("nothing is above").contains(", Sumatera Utara: ");
        page.press(Keys.HOME, Keys.ARROW_DOWN, Keys.ARROW_LEFT);
        assertThat(saidOfTiles(page)).contains(", Aceh: ");
    }

    private static String saidOfTiles(ShownReport page) {
        return page.browser.find(".tiles .says").getText();
    }

    private static String words(RegencyRow row) {
        String who = row.name() + ", " + row.province() + ": ";
        long completed = row.endings().of(Ending.COMPLETED);
        return row.due() == 0
                ? who + "nobody was due to come"
                : String.format(
                        Locale.ROOT,
                        "%s%d of %d complete (%.1f%%)",
                        who,
                        completed,
                        row.due(),
                        100.0 * completed / row.due());
    }

    private static void assertWindow(ShownReport page, double from, double until) {
        assertThat(page.number("windows.get('0').from")).isEqualTo(from, within(NEARLY));
        assertThat(page.number("windows.get('0').until")).isEqualTo(until, within(NEARLY));
    }

    /** The ranges that charts of a recording's window show, each once. */
    private static List<String> ranges(ShownReport page, int recording) {
        return page.texts("return [...new Set(tenggat.windows.get('" + recording
                + "').plots.map(p => p.scales.x.min + '–' + p.scales.x.max))]");
    }
}
