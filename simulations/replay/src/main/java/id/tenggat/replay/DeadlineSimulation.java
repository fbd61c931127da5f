package id.tenggat.replay;

import id.tenggat.policy.Behaviour;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Wire.Protocol;
import io.gatling.http.client.Request;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.crashLoadGeneratorIf;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

/**
 * A scenario's applicants as an ordinary Gatling simulation, for those who write their requests in Gatling's own language. A
 * subclass says in its constructor what each step does:
 *
 * <pre>
 * play(step -&gt; exec(http(step).post("/api/#{applicant}/" + step).requestTimeout(timeout()).check(status().is(200))));
 * </pre>
 *
 * <p>When applicants come, how patient they are, and when they try again is the scenario's. A chain of a step is one attempt:
 * served unless Gatling marks its session as failed. A failure is a rejection if the answer heard last is a 429 or a 503 (its
 * {@code Retry-After} counts) or the chain says so by {@link #rejected}; it is a time-out if no answer came within the scenario's
 * time-out; else it is a failure. In the session stand {@code applicant} (the number), {@code regency} (the code), {@code step}
 * and {@code attempt}. A chain may not leave the scenario, as by {@code exitHere()}: then nobody knows what became of the
 * applicant, and the recording is INVALID.
 *
 * <p>What is played, and where, is said by system properties ({@code -Dtenggat.scenario=…}) or by the environment ({@code
 * TENGGAT_SCENARIO}):
 *
 * <ul>
 *   <li>{@code tenggat.scenario}: the scenario file
 *   <li>{@code tenggat.target}: the origin that relative URLs begin at, and the only one that may be hit
 *   <li>{@code tenggat.out}: the recording's directory, which must be empty or not there
 *   <li>{@code tenggat.slice}: as of {@code tenggat replay --slice}, but without a window
 *   <li>{@code tenggat.seed}: the scenario's own if left out
 *   <li>{@code tenggat.warm-up}: how long Gatling is warmed up before, against a server of its own on loopback: 8s; 0s for not at all
 *   <li>{@code tenggat.slip-limit}: the run is INVALID if 1 % of the attempts are sent later than that after they were due: 100ms
 * </ul>
 *
 * <p>The recording is as a replay's against a system of the user's own. It is COMPLETE if everybody came to an end.
 */
public abstract class DeadlineSimulation extends Simulation {

    private static final String VISITOR = "tenggat-visitor";

    private final SimulationSettings settings;
    private final Gatekeeper gatekeeper;
    private final Cast cast;
    private final SimulationWarmUp warmUp;
    private final PlannedArrivals arrivals;
    private final SimulationRecord record;
    private final List<String> names;

    /**
     * Reads the scenario, and asks whether the target may be hit. What is wrong ends the JVM with a line and status 2 where
     * Gatling's main method runs, and is thrown elsewhere.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong, or gatling.conf lets Gatling call home
     * @throws id.tenggat.target.TargetException if the target may not be hit
     * @throws IllegalStateException if load could be sent to others than the target
     */
    protected DeadlineSimulation() {
        Opening opening = Opening.of(getClass());
        settings = opening.settings();
        gatekeeper = new Gatekeeper(settings.permission());
        cast = opening.cast();
        warmUp = opening.warmUp();
        arrivals = new PlannedArrivals(cast.dueNsAfter(0));
        record = opening.record();
        names = played().journey().steps().stream().map(Journey.Step::name).toList();
    }

    /** Sets the simulation up: each step is what this makes of its name. */
    protected final void play(Function<String, ChainBuilder> steps) {
        play(steps, UnaryOperator.identity());
    }

    /**
     * As {@link #play(Function)}.
     *
     * @param wire more of the protocol, as common headers; where requests go and what is heard of them stays ours
     */
    protected final void play(Function<String, ChainBuilder> steps, UnaryOperator<HttpProtocolBuilder> wire) {
        setUp(warmUp.before(arrivals.inject(applicants(steps)).protocols(protocol(wire.apply(http)))));
        var unused = arrivals.zeroNs().thenAccept(this::begin);
    }

    private void begin(long zeroNs) {
        record.follow(zeroNs);
        // What is closed waits for the threads that serve it, and this one starts the applicants.
        new Thread(warmUp::end, "warm-up-end").start();
    }

    /** How long a client of the scenario waits for an answer: for {@code requestTimeout} of each request. */
    protected final Duration timeout() {
        return settings.timeout();
    }

    /** Says that this attempt was turned away, and for how long; nothing else that its chain does counts then. */
    protected static Session rejected(Session session, Duration retryAfter) {
        return Visitor.rejected(session, retryAfter);
    }

    /** What would send load elsewhere, or more than was asked for, comes last, so that nothing can undo it. */
    private HttpProtocolBuilder protocol(HttpProtocolBuilder plain) {
        return Wiring.bare(Wiring.over(played().wire(), plain))
                .baseUrl(settings.permission().target().origin().toString())
                .hostNameAliases(settings.permission().addresses())
                .sign(this::write)
                .transformResponse(this::hear);
    }

    private Request write(Request request, Session session) {
        gatekeeper.admit(request.getUri());
        visitor(session).writes();
        return request;
    }

    private Response hear(Response response, Session session) {
        Answer answer = Answer.of(response);
        gatekeeper.hear(answer);
        Wiring.objection(played().wire().protocol() == Protocol.HTTP_2, answer).ifPresent(record::stop);
        visitor(session).hears(answer);
        return response;
    }

    private ScenarioBuilder applicants(Function<String, ChainBuilder> steps) {
        return scenario(played().name())
                .exec(session -> session.set(VISITOR, arrive(session)))
                .exec(asLongAs(this::stays).on(visit(steps)))
                .exec(session -> guarded(session, Visitor::leave))
                .exec(crashLoadGeneratorIf(session -> record.stopReason(), session -> record.isStopped()));
    }

    private ChainBuilder visit(Function<String, ChainBuilder> steps) {
        return exec(new DuePause(session -> ((Visitor) session.attributes().apply(VISITOR)).dueNs()))
                .exec(doIf(this::stays)
                        .then(exec(session -> guarded(session, Visitor::begin))
                                .exec(doIf(this::stays).then(attempt(steps)))));
    }

    private ChainBuilder attempt(Function<String, ChainBuilder> steps) {
        var cases =
                names.stream().map(step -> onCase(step).then(steps.apply(step))).toList();
        return exec(doSwitch(session -> visitor(session).step()).on(cases))
                .exec(session -> guarded(session, Visitor::settle));
    }

    private boolean stays(Session session) {
        return !record.isStopped() && visitor(session).stays();
    }

    /** Gatling would log what is thrown, and go on: here it ends the run. */
    private Session guarded(Session session, BiFunction<Visitor, Session, Session> step) {
        try {
            return record.isStopped() ? session : step.apply(visitor(session), session);
        } catch (RuntimeException thrown) {
            record.stop("user " + session.userId() + " broke down: " + thrown);
            return session;
        }
    }

    private Visitor arrive(Session session) {
        Behaviour behaviour = record.behaviour();
        int index = Math.toIntExact(session.userId() - 1 - warmUp.users());
        return new Visitor(
                clients -> new LiveApplicant(
                        new LiveApplicant.Stage(behaviour, record.journal(), clients, zeroNs()), cast, index),
                record,
                new Visitor.Role(names, regency(index), timeout().toNanos()));
    }

    private String regency(int index) {
        return played().population().regencies().get(cast.regency(index)).code();
    }

    private Scenario played() {
        return settings.schedule().scenario();
    }

    /** Users come after the run's zero is known. */
    private long zeroNs() {
        return arrivals.zeroNs().toCompletableFuture().join();
    }

    private static Visitor visitor(Session session) {
        return Objects.requireNonNull(session.get(VISITOR), VISITOR);
    }

    /** Ends the recording. */
    @Override
    public final void after() {
        record.end();
    }
}
