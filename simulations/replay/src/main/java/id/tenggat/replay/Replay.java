package id.tenggat.replay;

import id.tenggat.policy.Behaviour;
import id.tenggat.recording.Recorder;
import id.tenggat.replay.PlannedSimulation.Line;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.Permission;
import id.tenggat.target.TargetException;
import id.tenggat.target.Vigil;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * Plays a schedule live: Gatling's virtual users are the applicants, who behave as in the simulator, against a running
 * system. One play each. Gatling's charts are kept beside.
 */
public final class Replay {

    /** Time between Gatling's start and engine time 0, in which the system is told when that is. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    private static final int WARM_UP_USERS_PER_SECOND = 40;

    /** How much longer than a client's timeout an attempt's fate may take to be told. */
    private static final long SETTLING_NS = 2_000_000_000;

    private final ReplayPlan plan;
    private final Scenario scenario;
    private final Duration timeout;
    private final Recorder recorder;
    private final SystemUnderTest system;
    private final LiveRun run;
    private final GatlingEngine gatling;

    public Replay(ReplayPlan plan, Recorder recorder) {
        this.plan = plan;
        this.scenario = plan.schedule().scenario();
        this.timeout = scenario.clients()
                .commonTimeout()
                .orElseGet(() -> scenario.clients().timeout().mean());
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
        Cast cast = Cast.of(plan.schedule());
        PlannedArrivals arrivals = new PlannedArrivals(cast.dueNsAfter(LEAD.toNanos()));
        CompletableFuture<Long> zeroNs =
                arrivals.zeroNs().thenApply(ns -> ns + LEAD.toNanos()).toCompletableFuture();
        try (Ticker ticker = new Ticker()) {
            CompletableFuture<Void> begun = zeroNs.thenAcceptAsync(zero -> {
                beginSystem(zero);
                run.begin();
                ticker.start(() -> run.tick(System.nanoTime() - zero, timeout.toNanos() + SETTLING_NS, watch));
            });
            Population users = users(arrivals, cast, () -> {
                refuseIfFailed(begun);
                return zeroNs.join();
            });
            GatlingOutcome outcome = played(users, begun);
            if (outcome instanceof GatlingOutcome.Stopped) {
                ticker.check();
                return Optional.empty();
            }
            begun.join();
            ticker.check();
            ticker.close();
            run.end(System.nanoTime() - zeroNs.join());
            return outcome.charts();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof TargetException refused ? refused : failed;
        }
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

    private void warmUp() {
        if (plan.warmUp().isZero()) {
            return;
        }
        try (WarmUp warming = system.warmUp()) {
            List<Call> calls = warming.calls();
            Permission permission = warming.permission(system.permission());
            long gapNs = warmUpGapNs(permission, calls.size());
            long users = plan.warmUp().toNanos() / gapNs;
            PlannedArrivals arrivals = new PlannedArrivals(
                    LongStream.range(0, users).map(i -> i * gapNs).toArray());
            UserSupply warmers = (index, dueNs) -> new WarmUpUser(calls, dueNs);
            Line line = new Line(permission, UnaryOperator.identity());
            gatling.play(gatlingRun("warm-up", new Population(arrivals, warmers), Charts.NONE, line));
        }
    }

    /** A target that limits its rate is warmed up by half of it. */
    private static long warmUpGapNs(Permission permission, int callsEach) {
        double allowed = permission
                .authorisation()
                .map(granted -> granted.maxRequestsPerSecond() / 2.0 / callsEach)
                .orElse(Double.MAX_VALUE);
        return (long) (1e9 / Math.min(allowed, WARM_UP_USERS_PER_SECOND));
    }

    /** Plays; a system that did not begin ends it, and is the reason. */
    private GatlingOutcome played(Population users, CompletableFuture<Void> begun) {
        try {
            return gatling.play(gatlingRun("replay", users, Charts.KEPT, new Line(system.permission(), this::over)));
        } catch (GatlingCrash crash) {
            refuseIfFailed(begun);
            throw crash;
        }
    }

    private static void refuseIfFailed(CompletableFuture<Void> begun) {
        if (begun.isCompletedExceptionally()) {
            begun.join();
        }
    }

    private Population users(PlannedArrivals arrivals, Cast cast, LongSupplier zeroNs) {
        Behaviour behaviour = new Behaviour(scenario);
        return new Population(
                arrivals,
                (index, dueNs) -> new MeteredUser(
                        new LiveApplicant(
                                new LiveApplicant.Stage(behaviour, run.journal(), system::client, zeroNs.getAsLong()),
                                cast,
                                index),
                        run.vitals()));
    }

    private HttpProtocolBuilder over(HttpProtocolBuilder protocol) {
        return system.over(Wiring.over(scenario.wire(), protocol));
    }

    private record Population(PlannedArrivals arrivals, UserSupply users) {}

    private GatlingRun gatlingRun(String name, Population population, Charts charts, Line line) {
        return new GatlingRun(
                name,
                () -> new PlannedSimulation(population.arrivals(), population.users(), timeout, line),
                plan.chartsDirectory(),
                charts);
    }

    private void beginSystem(long zeroNs) {
        long inMs = TimeUnit.NANOSECONDS.toMillis(zeroNs - System.nanoTime());
        system.begin(System.currentTimeMillis() + inMs, recorder.intervalNs());
    }
}
