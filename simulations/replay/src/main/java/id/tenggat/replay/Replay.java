package id.tenggat.replay;

import id.tenggat.recording.Recorder;
import id.tenggat.replay.PlannedSimulation.Line;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.Permission;
import id.tenggat.target.TargetException;
import id.tenggat.target.Vigil;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays a schedule live: Gatling's virtual users are the applicants, who behave as in the simulator, against a running
 * system. One play each. Gatling's charts are kept beside.
 */
public final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    /** Time between Gatling's start and engine time 0, in which the system is told when that is. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    private final ReplayPlan plan;
    private final Scenario scenario;
    private final Recorder recorder;
    private final SystemUnderTest system;
    private final LiveRun run;
    private final GatlingEngine gatling;

    public Replay(ReplayPlan plan, Recorder recorder) {
        this.plan = plan;
        this.scenario = plan.schedule().scenario();
        this.recorder = recorder;
        this.system = plan.system();
        this.run = new LiveRun(scenario, recorder);
        this.gatling = new GatlingEngine(run.order(), run.vitals(), system.trust());
    }

    /**
     * Plays to the end, or until it is stopped.
     *
     * @param watch told twice a second how far it is
     * @return the directory of Gatling's charts; empty if there was no request to chart, or it was stopped
     * @throws TargetException if the system does not answer, or can't be played this against
     * @throws GatlingCrash if Gatling breaks down
     */
    public Optional<Path> play(Consumer<Progress> watch) {
        Permission permission = system.permission();
        var unused = permission.withdrawal().thenAccept(withdrawn -> stop(withdrawn.getMessage()));
        try (Vigil vigil = permission.watch()) {
            return playPermitted(watch);
        }
    }

    /**
     * Looks whether a target allows what is planned: to be asked before anything is recorded. While it is played, whatever
     * would be too much is not sent, and ends it.
     *
     * @throws TargetException if more is planned, or for longer, than it allows
     */
    public static void requireRoom(ReplayPlan plan) {
        plan.system().permission().requireRoomFor(() -> Forecast.of(plan.schedule())
                .after(plan.warmUp().plus(LEAD)));
    }

    private Optional<Path> playPermitted(Consumer<Progress> watch) {
        system.check(plan.schedule());
        warmUp();
        system.preload(plan.schedule().crowd());
        var piece = new Performance.Piece(
                "replay",
                scenario,
                Cast.of(plan.schedule()),
                system::client,
                new Line(system.permission(), this::over));
        var setting = new Performance.Setting(LEAD, this::beginSystem, Charts.KEPT, plan.chartsDirectory());
        return new Performance(piece, run).play(gatling, setting, watch).charts();
    }

    /**
     * Stops it, from any thread, also before it plays: from now on no request is sent and nothing is recorded; who waits for
     * an answer doesn't get it any more. {@link #play} returns soon. The first reason counts.
     *
     * @param reason why the recording is INVALID; begins with a small letter and has no full stop
     */
    public void stop(String reason) {
        run.stop(reason);
    }

    /** Why it was stopped, and what that left open: for the recording. Empty if it came to its end. */
    public List<String> stopReasons() {
        return run.stopReasons();
    }

    /**
     * Ends the recording of this replay, whether it has come to its end or not: asks the system for its side.
     *
     * @throws TargetException if it does not answer any more
     */
    public Closing close() {
        run.journal().close();
        Closing closing = system.end(run.journal(), recorder);
        List<String> reasons = new ArrayList<>(stopReasons());
        reasons.addAll(closing.invalidReasons());
        return new Closing(closing.audit(), reasons, closing.servedBy());
    }

    /** Whatever goes wrong in it would go wrong in the run, too, and be told there. */
    private void warmUp() {
        if (plan.warmUp().isZero()) {
            return;
        }
        try (WarmUp warming = system.warmUp(scenario)) {
            new DressRehearsal(scenario, warming, warming.permission(system.permission()), plan.warmUp()).play(gatling);
        } catch (RuntimeException broken) {
            LOG.warn("The rehearsal broke off: {}", broken.toString());
        }
    }

    private HttpProtocolBuilder over(HttpProtocolBuilder protocol) {
        return system.over(Wiring.over(scenario.wire(), protocol));
    }

    private void beginSystem(long zeroNs) {
        long inMs = TimeUnit.NANOSECONDS.toMillis(zeroNs - System.nanoTime());
        system.begin(System.currentTimeMillis() + inMs, recorder.intervalNs());
    }
}
