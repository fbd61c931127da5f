package id.tenggat.summary;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Provenance.Station;
import id.tenggat.recording.Provenance.Station.Kind;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.recording.StationSample;
import id.tenggat.report.Colour;
import id.tenggat.report.JsonSummary;
import id.tenggat.report.Judged;
import id.tenggat.report.TextReport;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import id.tenggat.summary.FirstSign.Sign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** The run of {@link SmallRun} with a pool of four connections besides, 98 % of which are held from minute 3 on. */
class PoolSummaryTest {

    private static final double CAPACITY_NS = 4.0 * SmallRun.MINUTE_NS;

    @TempDir
    Path temp;

    private Recording recording;

    @BeforeEach
    void write() {
        try (RecordingWriter writer = SmallRun.writer(temp, sharing())) {
            for (int minute = 0; minute < 5; minute++) {
                writer.station(minute, 2, held(minute < 3 ? 0.5 : 0.98));
                SmallRun.tell(writer, minute);
            }
            writer.finish(SmallRun.AUDIT, RunStatus.COMPLETE, List.of());
        }
        recording = Recording.read(temp);
    }

    private static StationSample held(double utilisation) {
        return new StationSample(9, 0, 8, 0, 0, 50, 1e9, CAPACITY_NS * utilisation, 0, CAPACITY_NS);
    }

    private static Scenario sharing() {
        Scenario s = SmallScenario.whole();
        return s.withStack(new Stack(
                s.stack().stations(), s.stack().thirdParties(), List.of(new Pool("database", 4, List.of(0, 1)))));
    }

    @Test
    void aPoolIsReadBackAsOne() {
        assertThat(recording.provenance().stations())
                .containsExactly(
                        new Station("registration", 4, 10),
                        new Station("stamping", 2, 3),
                        new Station("database", 4, 0, Kind.POOL));
    }

    @Test
    void whatItsConnectionsAreHeldForIsNotCountedAsWorkAgain() {
        assertThat(Summary.of(recording).wastedWork()).hasValue(0.25);
    }

    @Test
    void itsUtilisationCanBeJudged() {
        assertThat(Summary.of(recording).value(Metric.UTILISATION, Optional.of("database")))
                .hasValue(0.98);
        assertThat(Figure.of(sharing())).contains(new Figure(Metric.UTILISATION, Optional.of("database")));
    }

    @Test
    void itCanBreakFirstButIsNeverFull() {
        assertThat(Summary.of(recording).signs())
                .extracting(sign -> sign.station().name(), FirstSign::interval, FirstSign::sign)
                .containsExactly(
                        tuple("registration", 1, Sign.REJECTS),
                        tuple("stamping", 3, Sign.QUEUE_FULL),
                        tuple("database", 3, Sign.BUSY));
    }

    @Test
    void reportsNameIt() {
        Judged judged = Judged.of("small", recording);
        assertThat(TextReport.of(judged, Colour.NONE)).contains("database has hardly an idle connection left");
        assertThat(JsonSummary.of(judged)).contains("\"kind\" : \"POOL\"");
    }
}
