package id.tenggat.benchmarks;

import id.tenggat.arrival.Schedule;
import id.tenggat.benchmarks.delay.DelayScript;
import id.tenggat.benchmarks.delay.DelayServerProcess;
import id.tenggat.benchmarks.delay.ExactTimes;
import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.benchmarks.measure.Quantiles;
import id.tenggat.recording.Fate;
import id.tenggat.recording.LatencyLog;
import id.tenggat.recording.Recording;
import id.tenggat.recording.ScratchFolder;
import id.tenggat.replay.Cadence;
import id.tenggat.replay.CadencePlay;
import id.tenggat.replay.CadencePlay.Played;
import id.tenggat.replay.Charts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Question: what do measuring tools say of a server whose response times are known, and which freezes for 10 s?
 *
 * <p>Baseline: the quantiles computed from the plan and the server's script, and what the server wrote down of itself.
 *
 * <p>Trap: a user who waits for an answer sends nothing meanwhile. A tool that counts from when a call is sent has one long
 * answer for each user, where there should be fifty.
 *
 * <p>Run: {@code ./tenggat bench measurement}, two and a half minutes; {@code --quick} in a third of the time.
 */
public final class MeasurementTruth {

    private static final Duration DELAY = Duration.ofMillis(5);
    private static final Duration GAP = Duration.ofMillis(200);
    private static final int USERS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final Cadence cadence;
    private final DelayScript script;
    private final CadencePlay play;

    private MeasurementTruth(Cadence cadence, DelayScript script, Path directory) {
        this.cadence = cadence;
        this.script = script;
        play = new CadencePlay(nobody(), directory);
    }

    /** None, or {@code --quick}. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Lifeline.holdIfAsked();
        GatlingReport.showOurPercentiles();
        int shorter = List.of(arguments).contains("--quick") ? 3 : 1;
        Duration span = Duration.ofSeconds(60).dividedBy(shorter);
        Duration freeze = Duration.ofSeconds(10).dividedBy(shorter);
        System.out.println(Machine.line() + ", " + Machine.load());
        System.out.printf(
                "%d users call every %d ms for %d s; answers take %d ms, but none comes from second %d on for %.1f s%n",
                USERS,
                GAP.toMillis(),
                span.toSeconds(),
                DELAY.toMillis(),
                span.dividedBy(3).toSeconds(),
                freeze.toMillis() / 1e3);
        System.out.println("milliseconds                  requests       p50       p90       p99     p99.9       max");
        try (ScratchFolder scratch = ScratchFolder.named("tenggat-benchmarks")) {
            DelayScript script = DelayScript.frozen(DELAY, span.dividedBy(3), freeze);
            new MeasurementTruth(Cadence.lasting(span, USERS, GAP), script, scratch.path()).measure();
        }
        System.exit(0);
    }

    /** The schedule of a station at which nobody arrives but in its last instant. */
    static Schedule nobody() {
        return Schedule.of(Question.mm16(0.5, Duration.ofSeconds(1)).scenario());
    }

    private void measure() throws IOException, InterruptedException {
        warmUp();
        ExactTimes exact = ExactTimes.of(cadence, script);
        Played played;
        Quantiles server;
        try (DelayServerProcess target = new DelayServerProcess(script)) {
            played = play.play(cadence, target.url(), Charts.KEPT, zero -> {});
            server = target.quantiles();
        }
        row("from due: exact", Quantiles.ofNs(exact.fromDueNs()));
        row("from due: Tenggat", ours(played.recording(), LatencyLog.tag("serve", Fate.SERVED)));
        row("from sent: exact", Quantiles.ofNs(exact.fromSentNs()));
        row("from sent: Tenggat", ours(played.recording(), LatencyLog.uncorrectedTag("serve")));
        row("Gatling's report", GatlingReport.quantiles(played.charts().orElseThrow()));
        row("the server of itself", server);
        wrk();
    }

    private void warmUp() throws IOException {
        try (DelayServerProcess target = new DelayServerProcess(DelayScript.steady(DELAY))) {
            var unused = play.play(Cadence.lasting(WARM_UP, USERS, GAP), target.url(), Charts.NONE, zero -> {});
        }
    }

    private void wrk() throws IOException, InterruptedException {
        try (DelayServerProcess target = new DelayServerProcess(script)) {
            Optional<Quantiles> told = Wrk.measure(cadence, DELAY, target.url());
            if (told.isEmpty()) {
                missing();
                return;
            }
            row("wrk's report", told.get());
            row("the server of itself", target.quantiles());
        }
    }

    /** What a recording says under a tag. */
    static Quantiles ours(Recording recording, String tag) {
        return Quantiles.of(recording.latencies().total(tag).orElseThrow());
    }

    @SuppressWarnings("SystemOut")
    private static void missing() {
        System.out.println("wrk is not installed (Debian: apt-get install wrk): its rows are left out");
    }

    @SuppressWarnings("SystemOut")
    private static void row(String who, Quantiles quantiles) {
        System.out.printf("%-28s%s%n", who, quantiles.cells());
    }
}
