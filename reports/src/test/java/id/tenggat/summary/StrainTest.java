package id.tenggat.summary;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.Fate;
import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.InjectorSecond.Load;
import id.tenggat.recording.InjectorSecond.Slip;
import id.tenggat.recording.InjectorSecond.Sockets;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.recording.SlipCounts;
import id.tenggat.recording.Tally;
import id.tenggat.verdict.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class StrainTest {

    private static final long LIMIT_NS = 100_000_000;

    @TempDir
    private Path temp = Path.of("");

    private static InjectorSecond second(int second, long p99Us, Load load) {
        return new InjectorSecond(
                second, new Slip(10, 20, p99Us, p99Us, 0, 0), load, new Sockets(50, 20_000, failures(0, 0)));
    }

    private static Tally<ConnectFailure> failures(long noPort, long noFile) {
        return Tally.<ConnectFailure>none(ConnectFailure.class)
                .plus(new Tally<>(Map.of(ConnectFailure.NO_PORT, noPort, ConnectFailure.NO_FILE, noFile)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 50, 0, 0.9, 1.0, 0.5, 0.5, PORTS",
        "0, 1, 50, 0, 0.9, 1.0, 0.5, 0.5, FILES",
        "0, 0, 19700, 0, 0.9, 1.0, 0.5, 0.5, FILES",
        "0, 0, 50, 1, 0.9, 1.0, 0.5, 0.5, MEMORY",
        "0, 0, 50, 1, 0.9, 1.0, 0.5, 0.1, EVENT_LOOPS",
        "0, 0, 50, 0, 0.9, 1.0, 0.5, 0.1, HYPERVISOR",
        "0, 0, 50, 0, 0.9, 1.0, 0.0, 0.1, PROCESSORS",
        "0, 0, 50, 0, 0.3, 1.0, 0.0, 0.1, NEIGHBOURS",
        "0, 0, 50, 0, 0.3, 0.5, 0.0, 0.1, UNKNOWN",
    })
    void theSurestSignCounts(
            long noPort,
            long noFile,
            long open,
            int blocked,
            double process,
            double machine,
            double stolen,
            double collecting,
            Shortage expected) {
        InjectorSecond late = new InjectorSecond(
                0,
                new Slip(1, 1, 1, 1, 900_000, blocked),
                new Load(process, machine, stolen, collecting),
                new Sockets(open, 20_000, failures(noPort, noFile)));
        assertThat(late.isBehind(LIMIT_NS)).isTrue();
        assertThat(Shortage.in(late)).isEqualTo(expected);
    }

    @Test
    void aRunIsShortOfWhatMostOfItsLateSecondsShow() {
        Load collecting = new Load(0.5, 0.6, 0, 0.4);
        Load idle = new Load(0.1, 0.1, 0, 0);
        Strain strain = Strain.of(
                        List.of(
                                second(0, 200_000, collecting),
                                second(1, 50, collecting),
                                second(2, 200_000, idle),
                                second(3, 300_000, collecting)),
                        LIMIT_NS)
                .orElseThrow();
        assertThat(strain.behind()).isEqualTo(3);
        assertThat(strain.shortage()).contains(Shortage.MEMORY);
        assertThat(Strain.of(List.of(second(0, 99_999, collecting)), LIMIT_NS)
                        .orElseThrow()
                        .shortage())
                .isEmpty();
        assertThat(Strain.of(List.of(), LIMIT_NS))
                .as("old and simulated recordings")
                .isEmpty();
    }

    @Test
    void whatTheInjectorMeasuredIsReadBackAsItWasWritten() {
        InjectorSecond measured = new InjectorSecond(
                7,
                new Slip(11, 12, 13, 14, 15, 2),
                new Load(0.25, 0.5, 0.125, 0.0625),
                new Sockets(50, 20_000, failures(3, 4)));
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.injector(measured);
            SmallRun.tell(writer);
            writer.finish(SmallRun.AUDIT, RunStatus.COMPLETE, List.of());
        }
        Recording recording = Recording.read(temp);
        assertThat(recording.injector()).containsExactly(measured);
        assertThat(Trust.doubts(recording.provenance(), Summary.of(recording)))
                .anyMatch(reason -> reason.contains(Shortage.PORTS.words()) && reason.startsWith("3 attempts"))
                .anyMatch(reason -> reason.contains(Shortage.FILES.words()) && reason.startsWith("4 attempts"));
    }

    @Test
    void latencyFromSentIsKeptOfEveryFate() {
        long secondNs = 1_000_000_000;
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.arrived(0, 0);
            writer.begun(0, 0);
            writer.attempt(0, Fate.TIMED_OUT, 0, 0, secondNs);
            writer.attempt(0, Fate.TIMED_OUT, 0, secondNs, 2 * secondNs);
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        FateLatency timedOut =
                Summary.of(Recording.read(temp)).steps().get(0).latencies().get(0);
        assertThat(timedOut.fate()).isEqualTo(Fate.TIMED_OUT);
        assertThat(timedOut.fromDue().maxUs()).isBetween(2_000_000L, 2_002_000L);
        assertThat(timedOut.fromSent().orElseThrow().maxUs()).isBetween(1_000_000L, 1_001_000L);
    }

    @Test
    void quantilesOfSlipAreThoseOfTheOrderedValues() {
        SlipCounts counts = new SlipCounts();
        for (int i = 1; i <= 1_000; i++) {
            counts.add(i * 1_000L);
        }
        assertThat(counts.drain()).isEqualTo(new SlipCounts.Quantiles(1_000, 500, 990, 1_000));
        assertThat(counts.drain()).isEqualTo(new SlipCounts.Quantiles(0, 0, 0, 0));
    }
}
