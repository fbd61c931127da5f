package id.tenggat.recording;

import id.tenggat.arrival.Schedule;
import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.report.Colour;
import id.tenggat.report.HtmlReport;
import id.tenggat.report.JsonSummary;
import id.tenggat.report.Judged;
import id.tenggat.report.TextReport;
import id.tenggat.scenario.MeasuredFile;
import id.tenggat.scenario.Measurement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A recording holds the measured times that its scenario names. */
class MeasuredRecordingTest {

    @TempDir
    private Path run = Path.of("");

    private static MeasuredFile file(String path, String text) {
        Map<String, String> origin = new LinkedHashMap<>();
        origin.put("machine", "4 x Xeon");
        origin.put("java", "17.0.16 <b>");
        return new MeasuredFile(new Measurement(path, "stamp letter", 20_000, origin), text, "");
    }

    @BeforeEach
    void write() {
        Run plain = SmallRun.run();
        Run measured = new Run(
                plain.engine(),
                plain.scenarioText(),
                plain.roundings(),
                plain.intervalNs(),
                plain.slipP99LimitNs(),
                plain.host(),
                List.of(file("../a.json", "[1, 2]\n"), file("b.json", "[3, 4]\n")));
        try (RecordingWriter writer = RecordingWriter.create(run, Schedule.of(SmallScenario.whole()), measured)) {
            SmallRun.tell(writer);
            writer.finish(SmallRun.AUDIT, RunStatus.COMPLETE, List.of());
        }
    }

    @Test
    void theyAreKeptVerbatimAndReadBack() {
        assertThat(run.resolve("measured-1.json")).hasContent("[1, 2]");
        assertThat(run.resolve("measured-2.json")).hasContent("[3, 4]");
        Provenance.Subject subject = Recording.read(run).provenance().subject();
        assertThat(subject.measured())
                .extracting(Provenance.Measured::measurement)
                .containsExactly(
                        file("../a.json", "").measurement(), file("b.json", "").measurement());
        assertThat(subject.measured().get(0).measurement().origin().keySet()).containsExactly("machine", "java");
    }

    @Test
    void everyReportTellsWhatWasMeasured() {
        Judged judged = Judged.of("small", Recording.read(run));
        assertThat(TextReport.of(judged, Colour.NONE))
                .contains("\n  measured: ../a.json: stamp letter, 20,000 samples\n");
        assertThat(HtmlReport.of(new HtmlReport.Page(List.of(judged), List.of())))
                .contains("machine 4 x Xeon, java 17.0.16 &lt;b&gt;; SHA-256 ");
        assertThat(JsonSummary.of(judged)).contains("\"machine\" : \"4 x Xeon\"");
    }

    @Test
    void oneThatIsMissingOrOtherIsRefusedInOneLine() throws IOException {
        Path second = run.resolve("measured-2.json");
        Files.writeString(second, "[3, 5]\n");
        assertThatThrownBy(() -> Recording.read(run))
                .isInstanceOf(RecordingException.class)
                .hasMessage(second + ": is not the measured times that were run with: its SHA-256 differs from"
                        + " provenance.json; make the recording anew");
        Files.delete(second);
        assertThatThrownBy(() -> Recording.read(run))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(second + ": is missing");
    }
}
