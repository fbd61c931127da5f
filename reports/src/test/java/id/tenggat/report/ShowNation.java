package id.tenggat.report;

import id.tenggat.fixture.NationRun;
import id.tenggat.fixture.NationScenario;
import id.tenggat.recording.Recording;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.slice.Slicer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes made-up recordings of national size and the page about them, to be looked at. */
final class ShowNation {

    private ShowNation() {}

    /** Takes the name of a new directory. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Scenario whole = NationScenario.whole();
        Scenario sliced =
                Slicer.apply(whole, new Slice(Optional.of(new Slice.Window.Last(Duration.ofHours(2))), 0.05, 1));
        NationRun.write(directory.resolve("nation"), whole, "simulator", 0);
        NationRun.write(directory.resolve("simulated"), sliced, "simulator", 0);
        NationRun.write(directory.resolve("replayed"), sliced, "replay", 0.02);
        Judged nation = Judged.of("the nation, simulated", Recording.read(directory.resolve("nation")));
        Judged simulated = Judged.of("last 2h, simulated", Recording.read(directory.resolve("simulated")));
        Judged replayed = Judged.of("last 2h, replayed", Recording.read(directory.resolve("replayed")));
        System.out.print(TextReport.of(nation, Colour.NONE));
        Files.writeString(
                directory.resolve("one.html"), HtmlReport.of(new HtmlReport.Page(List.of(nation), List.of())));
        Files.writeString(
                directory.resolve("three.html"),
                HtmlReport.of(new HtmlReport.Page(
                        List.of(nation, simulated, replayed),
                        List.of(new HtmlReport.Link("Gatling's own charts", "gatling/index.html")))));
    }
}
