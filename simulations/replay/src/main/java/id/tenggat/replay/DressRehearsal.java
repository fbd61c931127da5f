package id.tenggat.replay;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Host;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;
import id.tenggat.recording.ScratchFolder;
import id.tenggat.replay.PlannedSimulation.Line;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.slice.Rehearsal;
import id.tenggat.target.Permission;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A rehearsal as the injector plays it, before anything is recorded: applicants like the run's, told to a recording that nobody
 * reads, so that a run measures warm machines. How it ends is nobody's affair.
 */
final class DressRehearsal {

    /** What each request calls is compiled for good after five thousand calls: within seconds at this rate, which two cores can play. */
    private static final double REQUESTS_PER_SECOND = 1_000;

    /** Of bodies, lest large documents take all of a machine. */
    private static final double BYTES_PER_SECOND = 16 << 20;

    private static final long INTERVAL_NS = 1_000_000_000;

    /** Who has not finished so long after everybody has come goes. */
    private static final Duration TO_FINISH = Duration.ofSeconds(5);

    private final Scenario scenario;
    private final WarmUp warming;
    private final Permission permission;
    private final Duration coming;

    /**
     * @param sliced what is rehearsed
     * @param coming how long applicants come
     */
    DressRehearsal(Scenario sliced, WarmUp warming, Permission permission, Duration coming) {
        this.scenario = Rehearsal.of(sliced);
        this.warming = warming;
        this.permission = permission;
        this.coming = coming;
    }

    /** Plays, until all have left or the engine is stopped. */
    void play(GatlingEngine gatling) {
        long[] dueNs = dueNs();
        if (dueNs.length == 0) {
            return;
        }
        try (ScratchFolder folder = ScratchFolder.named("tenggat-warm-up");
                RecordingWriter unread = recording(folder.path().resolve("recording"))) {
            play(gatling, dueNs, new LiveRun(scenario, unread), folder.path());
        }
    }

    private void play(GatlingEngine gatling, long[] dueNs, LiveRun run, Path charts) {
        var piece = new Performance.Piece(
                "warm-up", scenario, Cast.arriving(scenario.population(), dueNs), warming::client, line());
        var setting = new Performance.Setting(Duration.ZERO, zeroNs -> {}, Charts.UNDRAWN, charts);
        var unused = new Performance(piece, run).play(gatling, setting, progress -> {
            if (progress.nowNs() > coming.plus(TO_FINISH).toNanos()) {
                run.journal().close();
            }
        });
    }

    private Line line() {
        return new Line(permission, warming::over);
    }

    private RecordingWriter recording(Path directory) {
        Host host = Host.here(Instant.EPOCH, "warm-up", "");
        return RecordingWriter.create(
                directory, Schedule.of(scenario), new Run("warm-up", "", List.of(), INTERVAL_NS, Long.MAX_VALUE, host));
    }

    /** When applicants come, at even chances, so that now and then some come together. */
    private long[] dueNs() {
        long users = Math.min(Rehearsal.APPLICANTS_MAX, (long) (usersPerSecond() * coming.toNanos() / 1e9));
        return new SplittableRandom(scenario.seed())
                .longs(users, 0, coming.toNanos())
                .sorted()
                .toArray();
    }

    /** A target that limits its rate is warmed up by half of it. */
    private double usersPerSecond() {
        double requests = permission
                .authorisation()
                .map(granted -> granted.maxRequestsPerSecond() / 2.0)
                .map(allowed -> Math.min(allowed, REQUESTS_PER_SECOND))
                .orElse(REQUESTS_PER_SECOND);
        long bytesEach = scenario.journey().steps().stream()
                .mapToLong(Journey.Step::payloadBytes)
                .sum();
        return Math.min(requests / warming.requestsEach(), BYTES_PER_SECOND / Math.max(1, bytesEach));
    }
}
