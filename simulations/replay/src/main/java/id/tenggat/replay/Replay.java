package id.tenggat.replay;

import id.tenggat.policy.Behaviour;
import id.tenggat.policy.RoomStay;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.ServedBy;
import id.tenggat.recording.StackHealth;
import id.tenggat.recording.StationRow;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.WaitingRoom;

import java.net.URI;
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
import java.util.stream.LongStream;

/**
 * Plays a schedule live: Gatling's virtual users are the applicants, who behave as in the simulator, against a running
 * stack. One play each. Gatling's charts are kept beside.
 */
public final class Replay {

    /** Time between Gatling's start and engine time 0, in which the stack is told when that is. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    private static final int WARM_UP_USERS_PER_SECOND = 40;

    /** How much longer than a client's timeout an attempt's fate may take to be told. */
    private static final long SETTLING_NS = 2_000_000_000;

    private final ReplayPlan plan;
    private final Scenario scenario;
    private final Duration timeout;
    private final Recorder recorder;
    private final Journal journal;
    private final Requests requests;
    private final StackClient stack;
    private final StopOrder order = new StopOrder();
    private final GatlingEngine gatling = new GatlingEngine(order);

    public Replay(ReplayPlan plan, Recorder recorder) {
        this.plan = plan;
        this.scenario = plan.schedule().scenario();
        this.timeout = scenario.clients()
                .commonTimeout()
                .orElseThrow(() -> new IllegalArgumentException("live clients have one timeout; it cannot be drawn"));
        this.recorder = recorder;
        this.journal = new Journal(recorder);
        this.requests = new Requests(plan.target(), scenario.journey(), plan.payloads());
        this.stack = new StackClient(plan.target());
    }

    /**
     * Looks at a target before anything is recorded.
     *
     * @throws TargetException if no stack answers there, or one that serves another scenario, seed or slice
     */
    public static void check(URI target, Scenario scenario) {
        new StackClient(target).requireSame(scenario);
    }

    /**
     * Plays to the end, or until it is stopped.
     *
     * @param watch told twice a second how far it is
     * @return the directory of Gatling's charts; empty if there was no request to chart, or it was stopped
     * @throws TargetException if the stack does not answer, or not as a stack does
     * @throws GatlingCrash if Gatling breaks down
     */
    public Optional<Path> play(Consumer<Progress> watch) {
        stack.requireSame(scenario);
        warmUp();
        stack.preload(plan.schedule().crowd());
        Cast cast = Cast.of(plan.schedule());
        PlannedArrivals arrivals = new PlannedArrivals(cast.dueNsAfter(LEAD.toNanos()));
        CompletableFuture<Long> zeroNs =
                arrivals.zeroNs().thenApply(ns -> ns + LEAD.toNanos()).toCompletableFuture();
        try (Ticker ticker = new Ticker()) {
            CompletableFuture<Void> begun = zeroNs.thenAcceptAsync(zero -> {
                beginStack(zero);
                ticker.start(() -> tick(System.nanoTime() - zero, watch));
            });
            Population users = users(arrivals, cast, () -> {
                refuseIfFailed(begun);
                return zeroNs.join();
            });
            GatlingOutcome outcome = played(users, begun);
            if (outcome instanceof GatlingOutcome.Stopped) {
                return Optional.empty();
            }
            begun.join();
            ticker.check();
            return outcome instanceof GatlingOutcome.Charted charted
                    ? Optional.of(charted.directory())
                    : Optional.empty();
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
        journal.close();
        order.give(reason);
    }

    /** Why it was stopped, and what that left open: for the recording. Empty if it came to its end. */
    public List<String> stopReasons() {
        List<String> reasons = new ArrayList<>();
        order.reason().ifPresent(reasons::add);
        if (!reasons.isEmpty() && journal.underWay() > 0) {
            reasons.add(
                    "attempts under way at that instant, which were sent and are in no count: " + journal.underWay());
        }
        return reasons;
    }

    /**
     * Ends the recording of this replay, whether it has come to its end or not: asks the stack for its side.
     *
     * @throws TargetException if the stack does not answer any more
     */
    public Closing close() {
        journal.close();
        stack.end();
        StackHealth health = stack.health();
        List<String> reasons = new ArrayList<>(stopReasons());
        reasons.addAll(distrust(health));
        for (StationRow row : stack.stations(scenario.stack().measured())) {
            recorder.station(row.interval(), row.station(), row.sample());
        }
        return new Closing(audit(), reasons, health.servedBy());
    }

    /** The ledger's audit, and its clients' receipts held against it. */
    private Audit audit() {
        Audit ledger = stack.audit();
        return ledger.with(ledger.findings().withReceiptsUnknown(journal.receiptsUnknownTo(stack.receipts())));
    }

    /**
     * The stack's side of a replay.
     *
     * @param invalidReasons why its figures are not the model's; empty if they are
     * @param servedBy who did what beside the model
     */
    public record Closing(Audit audit, List<String> invalidReasons, ServedBy servedBy) {
        public Closing {
            invalidReasons = List.copyOf(invalidReasons);
        }
    }

    private static List<String> distrust(StackHealth health) {
        List<String> reasons = new ArrayList<>();
        if (health.faults() > 0) {
            reasons.add("the stack had " + health.faults() + " faults of its own");
        }
        if (health.bodiesRefused() > 0) {
            reasons.add("the stack refused " + health.bodiesRefused() + " requests for want of memory");
        }
        return reasons;
    }

    private void warmUp() {
        if (plan.warmUp().isZero()) {
            return;
        }
        long gapNs = 1_000_000_000L / WARM_UP_USERS_PER_SECOND;
        long users = plan.warmUp().toNanos() / gapNs;
        PlannedArrivals arrivals = new PlannedArrivals(
                LongStream.range(0, users).map(i -> i * gapNs).toArray());
        UserSupply warmers = (index, dueNs) -> new WarmUpUser(requests, dueNs);
        gatling.play(run("warm-up", new Population(arrivals, warmers), Charts.NONE));
    }

    /** Plays; a stack that did not begin ends it, and is the reason. */
    private GatlingOutcome played(Population users, CompletableFuture<Void> begun) {
        try {
            return gatling.play(run("replay", users, Charts.KEPT));
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
        List<Optional<RoomStay>> rooms = rooms();
        return new Population(
                arrivals,
                (index, dueNs) -> new LiveApplicant(
                        new LiveApplicant.Stage(behaviour, journal, requests, rooms, zeroNs.getAsLong()), cast, index));
    }

    /** Of each step's station. */
    private List<Optional<RoomStay>> rooms() {
        return scenario.journey().steps().stream()
                .map(step -> scenario.stack().stations().get(step.station()).admission())
                .map(rule -> rule instanceof WaitingRoom room
                        ? Optional.of(new RoomStay(room, scenario.seed()))
                        : Optional.<RoomStay>empty())
                .toList();
    }

    private record Population(PlannedArrivals arrivals, UserSupply users) {}

    private GatlingRun run(String name, Population population, Charts charts) {
        return new GatlingRun(
                name,
                () -> new PlannedSimulation(population.arrivals(), population.users(), timeout),
                plan.chartsDirectory(),
                charts);
    }

    private void beginStack(long zeroNs) {
        long inMs = TimeUnit.NANOSECONDS.toMillis(zeroNs - System.nanoTime());
        stack.begin(System.currentTimeMillis() + inMs, recorder.intervalNs());
    }

    private void tick(long nowNs, Consumer<Progress> watch) {
        journal.advanceTo(Math.max(0, nowNs - timeout.toNanos() - SETTLING_NS));
        watch.accept(journal.progress(nowNs));
    }
}
