package id.tenggat.replay;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Host;
import id.tenggat.recording.MemoryRecorder;
import id.tenggat.recording.Recording;
import id.tenggat.recording.Run;
import id.tenggat.recording.RunStatus;
import id.tenggat.target.Approach;
import id.tenggat.target.Network;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Users at a cadence, played by the replay's engine and recorded as a replay is. It stands in this package because the
 * engine's parts are nobody else's.
 */
public final class CadencePlay {

    static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long SECOND_NS = 1_000_000_000;

    private final Schedule schedule;
    private final Path directory;

    /**
     * @param schedule names a step under which calls are recorded: nobody of it comes
     * @param directory of Gatling's charts
     */
    public CadencePlay(Schedule schedule, Path directory) {
        this.schedule = schedule;
        this.directory = directory;
    }

    /**
     * What was measured.
     *
     * @param charts the directory of Gatling's own report
     */
    public record Played(Recording recording, Optional<Path> charts) {}

    /**
     * Plays to the end.
     *
     * @param url what is called, with a slash at its end
     * @param begun told the cadence's zero on the axis of {@link System#nanoTime} before anybody calls
     */
    public Played play(Cadence cadence, String url, Charts charts, LongConsumer begun) {
        MemoryRecorder recorder = new MemoryRecorder(schedule, run());
        Journal journal = new Journal(recorder);
        PlannedArrivals arrivals = new PlannedArrivals(cadence.firstDueNs());
        var unused = arrivals.zeroNs().thenAccept(begun::accept);
        UserSupply users = (index, dueNs) -> {
            CallPlan plan = new CallPlan(url, cadence, dueNs - cadence.dueNs(index, 0));
            return new RecordedUser(journal, plan, index);
        };
        GatlingOutcome outcome = new GatlingEngine()
                .play(new GatlingRun(
                        "cadence",
                        () -> new PlannedSimulation(arrivals, users, TIMEOUT, permission(url)),
                        directory,
                        charts));
        Recording recording = recorder.finish(new Audit(0, 0, 0, 0, 0), RunStatus.INTERRUPTED);
        return new Played(recording, outcome.charts());
    }

    static Permission permission(String url) {
        Target target = Target.parse(URI.create(url).resolve("/").toString());
        return Permission.onLoopback(Approach.to(target, Network.here()));
    }

    static Run run() {
        return new Run(
                "replay", "", List.of(), SECOND_NS, SECOND_NS, Host.here(Instant.EPOCH, "bench measurement", "bench"));
    }
}
