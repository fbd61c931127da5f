package id.tenggat.report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The page as a browser without a network shows it, on a screen and on paper, and to whom. */
@ExtendWith(InBrowser.class)
@ResourceLock(InBrowser.PAGE)
class ReportInBrowserTest {

    private static final List<String> CHARTS = List.of(
            "completion", "capacity", "fates", "spectrum", "latency", "amplification", "work", "queues", "utilisation");

    @Test
    void opensWithNothingBesideIt(ShownReport page) {
        page.openSlicedTwice();
        assertThat(page.texts("return performance.getEntriesByType('resource').map(e => e.name)"))
                .isEmpty();
        assertThat(page.browser.find("h1").getText()).contains("584 applicants in each of the 514 regencies");
    }

    @Test
    void drawsEveryChart(ShownReport page) {
        page.openSlicedTwice();
        assertThat(page.texts("return tenggat.charts.map(c => c.figure.dataset.chart)"))
                .containsExactlyElementsOf(Stream.of(List.of("completed", "served"), CHARTS, CHARTS)
                        .flatMap(List::stream)
                        .toList());
        assertThat(page.browser.ask("""
                        return [...document.querySelectorAll("figure.chart canvas")].filter(canvas => {
                          const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
                          return canvas.width > 200 && canvas.height > 200 && dots.some(v => v);
                        }).length
                        """)).isEqualTo(20L);
    }

    @Test
    void showsNoCapacityOfASystemThatTellsNothingOfItself(ShownReport page) {
        page.openOfOwnSystem();
        assertThat(page.texts("return tenggat.charts.map(c => c.figure.dataset.chart)"))
                .containsExactly("completion", "capacity", "fates", "spectrum", "latency", "amplification");
        assertThat(page.labels("capacity")).containsExactly("offered", "served");
        assertThat(page.browser.findAll("select")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"screen, light", "screen, dark", "print, light", "print, dark"})
    void canBeReadWithLittleSight(String media, String colours, ShownReport page) throws IOException {
        page.openSlicedTwice();
        page.browser.show(media, colours);
        String script = Files.readString(Path.of("src/test/resources/report/contrast.js"));
        Map<?, ?> found = (Map<?, ?>) page.browser.ask(script);
        assertThat((Long) found.get("seen")).isGreaterThan(500);
        assertThat((List<?>) found.get("faults")).isEmpty();
    }

    @Test
    void canBeReadWithoutSight(ShownReport page) {
        page.openSlicedTwice();
        assertThat(page.texts("return [...document.querySelectorAll('.u-wrap')].map(w => w.role + ' ' + w.ariaLabel)"))
                .hasSize(20)
                .allMatch(words -> words.matches("img [A-Z].*: .*\\d.*"));
        assertThat(page.browser.ask("""
                        const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map(h => Number(h.tagName[1]));
                        return levels[0] === 1 && levels.every((level, i) => i === 0 || level <= levels[i - 1] + 1);
                        """)).isEqualTo(true);
        assertThat(page.browser.findAll("th:not([scope]):not(.u-series th)")).isEmpty();
    }

    @Test
    void printsItsChartsWholeAndOnWhite(ShownReport page) {
        page.openSlicedTwice();
        page.browser.show("screen", "dark");
        page.browser.run("dispatchEvent(new Event('beforeprint'))");
        page.browser.show("print", "dark");
        assertThat(page.browser.ask(
                        "return getComputedStyle(document.documentElement).getPropertyValue('--card').trim()"))
                .isEqualTo("#ffffff");
        assertThat(page.browser.ask("""
                        return [...document.querySelectorAll("figure.chart canvas")].every(canvas =>
                          canvas.getBoundingClientRect().right <= canvas.closest("figure").getBoundingClientRect().right)
                        """)).isEqualTo(true);
        assertThat(page.browser.find(".window button").isDisplayed()).isFalse();
    }
}
