package id.tenggat.report;

import id.tenggat.arrival.Schedule;
import id.tenggat.fixture.NationRun;
import id.tenggat.fixture.NationScenario;
import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Provenance.AdapterUsed;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;
import id.tenggat.recording.RunStatus;
import id.tenggat.report.HtmlReport.Page;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.slice.Slicer;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pages in a browser: about the small run, about a slice of the nation, twice, and about a system of somebody's own. */
final class ShownReport implements AutoCloseable {

    final Recording small;
    final Recording sliced;
    final Browser browser;

    private final Path directory;

    private ShownReport(Path directory) {
        this.directory = directory;
        SmallRun.write(directory.resolve("small"));
        small = Recording.read(directory.resolve("small"));
        Slice slice = new Slice(Optional.of(new Slice.Window.Last(Duration.ofHours(2))), 0.05, 1);
        Scenario scenario = Slicer.apply(NationScenario.whole(), slice);
        NationRun.write(directory.resolve("sliced"), scenario, "replay", 0.02);
        sliced = Recording.read(directory.resolve("sliced"));
        browser = Browser.start(directory.resolve("profile"));
    }

    /** Starts the browser; its profile and all that it shows lie in this directory. */
    static ShownReport in(Path directory) {
        return new ShownReport(directory);
    }

    void openSmall() {
        open("small.html", List.of(small));
    }

    /** Side by side too. */
    void openSlicedTwice() {
        open("both.html", List.of(sliced, sliced));
    }

    /** A run of a system that tells nothing of its stations. */
    void openOfOwnSystem() {
        Path own = directory.resolve("own");
        if (!Files.exists(own)) {
            writeOfOwnSystem(own);
        }
        open("own.html", List.of(Recording.read(own)));
    }

    private static void writeOfOwnSystem(Path own) {
        Run run = SmallRun.run().by(new AdapterUsed("own.yaml", "00"));
        try (RecordingWriter writer = RecordingWriter.create(own, Schedule.of(SmallScenario.whole()), run)) {
            writer.attempt(0, Fate.SERVED, 0, 0, 1_000_000_000);
            writer.advanceTo(SmallRun.MINUTE_NS);
            writer.finish(Optional.empty(), RunStatus.INTERRUPTED, List.of());
        }
    }

    private void open(String name, List<Recording> recordings) {
        List<Judged> judged = IntStream.range(0, recordings.size())
                .mapToObj(i -> Judged.of("number " + i, recordings.get(i)))
                .toList();
        Path file = directory.resolve(name);
        try {
            browser.open(Files.writeString(file, HtmlReport.of(new Page(judged, List.of()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a line of a chart of the first recording holds; 0 is the axis, null is not a number. */
    List<Double> line(String chart, int index) {
        List<?> values = (List<?>) browser.ask("return " + plot(chart) + ".data[" + index + "]");
        return values.stream()
                .map(value -> value == null ? Double.NaN : ((Number) value).doubleValue())
                .toList();
    }

    /** What a chart of the first recording calls its lines. */
    List<String> labels(String chart) {
        return texts("return " + plot(chart) + ".series.slice(1).map(s => s.label)");
    }

    private static String plot(String chart) {
        return "tenggat.charts.find(c => c.figure.matches('" + figure(chart) + "')).plot";
    }

    private static String figure(String chart) {
        return "[data-window=\"0\"][data-chart=" + chart + "]";
    }

    List<String> texts(String script) {
        return ((List<?>) browser.ask(script)).stream().map(String::valueOf).toList();
    }

    /** A number that the page gives away. */
    double number(String ofTenggat) {
        return ((Number) browser.ask("return tenggat." + ofTenggat)).doubleValue();
    }

    /** The part of a chart in which its lines are. */
    WebElement area(String chart) {
        WebElement area = browser.find(figure(chart) + " .u-over");
        browser.run("arguments[0].scrollIntoView({block: 'center'})", area);
        return area;
    }

    /** Points from one share of a chart's width to another, with the button held. */
    void drag(String chart, double from, double to) {
        WebElement area = area(chart);
        int begin = offset(area, from);
        browser.hands()
                .moveToElement(area, begin, 0)
                .clickAndHold()
                .moveByOffset(offset(area, to) - begin, 0)
                .release()
                .perform();
    }

    void pointAt(String chart, double share) {
        WebElement area = area(chart);
        browser.hands().moveToElement(area, offset(area, share), 0).perform();
    }

    private static int offset(WebElement area, double share) {
        return (int) Math.round((share - 0.5) * area.getSize().getWidth());
    }

    void focus(String selector) {
        browser.run("document.querySelector(arguments[0]).focus()", selector);
    }

    void focusChart(String chart) {
        focus(figure(chart) + " .u-wrap");
    }

    void press(CharSequence... keys) {
        browser.hands().sendKeys(keys).perform();
    }

    void pressWithShift(CharSequence key) {
        browser.hands().keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
    }

    @Override
    public void close() {
        browser.close();
    }
}
