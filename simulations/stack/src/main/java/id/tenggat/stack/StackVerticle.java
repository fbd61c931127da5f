package id.tenggat.stack;

import id.tenggat.ledger.Archive;
import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Scenario;
import id.tenggat.stamping.Stamper;
import id.tenggat.stamping.StampingAuthority;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Optional;

/** The one event loop that all stations, the ledger and their HTTP server share: nothing in it needs a lock. */
final class StackVerticle extends VerticleBase {

    /** A burst of connections as large as a nation's last minute brings. */
    private static final int BACKLOG = 8192;

    /** What it serves, where, and who signs its stamps. */
    record Plan(
            Scenario scenario,
            StackOptions options,
            ThirdPartyHost thirdParties,
            StampingAuthority authority,
            Optional<AccessLog> accessLog) {}

    private final Plan plan;
    private final InstantSource clock;
    private final Faults faults = new Faults();
    private final Tallies tallies;
    private final Fidelity fidelity;
    private final Callbacks callbacks = new Callbacks(this::port);
    private @Nullable StackRuns runs;
    private @Nullable Archive archive;
    private volatile int port;
    private volatile String ledgerStory = "";

    StackVerticle(Plan plan, InstantSource clock) {
        this.plan = plan;
        this.clock = clock;
        this.tallies = new Tallies(plan.scenario().stack());
        this.fidelity = new Fidelity(tallies.late());
        plan.accessLog().ifPresent(tallies::watch);
    }

    @Override
    public Future<?> start() throws LedgerException {
        ContextInternal loop = (ContextInternal) context;
        loop.exceptionHandler(cause -> faults.happened("event loop", cause));
        ThirdParties thirdParties = tallies.counted(
                plan.thirdParties().on(vertx, callbacks, new ThirdPartyHost.Watchers(fidelity, faults)));
        Archive opened = Archive.open(
                plan.options().ledger(),
                plan.scenario(),
                new Archive.Calls(
                        task -> context.runOnContext(ignored -> task.run()), tallies.ledgerThatCommits()::committed));
        archive = opened;
        ledgerStory = "the ledger is " + plan.options().ledger()
                + opened.known().map(Archive.Known::story).orElse("");
        runs = new StackRuns(
                new StackRuns.Lasting(plan.scenario(), loop, thirdParties, fidelity, opened, tallies, clock));
        Doors doors = doors();
        Doorkeeper doorkeeper = new Doorkeeper(router(thirdParties, runs, doors));
        return vertx.createHttpServer(serverOptions())
                .connectionHandler(doors::connected)
                .invalidRequestHandler(Doorkeeper::unreadable)
                .requestHandler(new RequestWatch(doorkeeper, tallies.http(), plan.accessLog()))
                .listen()
                .onSuccess(server -> port = server.actualPort())
                // A verticle that does not start is not stopped either.
                .onFailure(refused -> opened.close());
    }

    @Override
    public Future<?> stop() {
        if (runs != null) {
            runs.close();
        }
        if (archive != null) {
            archive.close();
        }
        return Future.succeededFuture();
    }

    Optional<String> ledgerFailure() {
        return archive == null ? Optional.empty() : archive.failure();
    }

    /** Where the ledger is, and whether it goes on with a run that was begun before. */
    String ledgerStory() {
        return ledgerStory;
    }

    /** The port that it listens on; 0 before it does. */
    int port() {
        return port;
    }

    private Router router(ThirdParties thirdParties, StackRuns current, Doors doors) {
        Scenario scenario = plan.scenario();
        Steps steps = new Steps(scenario.journey());
        BodyBudget budget = new BodyBudget(plan.options().keptBodiesBytes());
        StampingDesk desk = new StampingDesk(
                vertx.createSharedWorkerExecutor("stamping", plan.options().stampingThreads()),
                faults,
                new Stamper(plan.authority(), StampingDesk.LIMITS, clock));
        StateGauges.Sources sources = new StateGauges.Sources(scenario, current, budget, doors, faults);
        Readiness readiness = new Readiness(sources);
        return new Router(
                new Router.Routes(
                        new JourneyRoute(
                                new JourneyRoute.Tools(vertx, current, desk, budget, faults),
                                steps,
                                scenario.population().applicants()),
                        new WarmUpRoute(
                                new WarmUpRoute.Tools(
                                        scenario,
                                        desk,
                                        budget,
                                        thirdParties,
                                        new LoopTime((ContextInternal) context, System.nanoTime())),
                                steps),
                        callbacks,
                        new AdminRoutes(new AdminRoutes.Tools(
                                sources,
                                readiness,
                                fidelity,
                                clock,
                                plan.authority().signedBy(),
                                plan.thirdParties().words())),
                        new WatchRoutes(vertx, sources, readiness, tallies),
                        new ApiDescription()),
                faults);
    }

    private Doors doors() {
        HttpLimits limits = plan.options().http();
        int connections = limits.connections() == HttpLimits.AS_DESCRIPTORS_ALLOW
                ? Descriptors.forClients(plan.scenario())
                : limits.connections();
        Doors doors = new Doors(connections, limits);
        vertx.setPeriodic(limits.sweepMs(), timer -> doors.sweep());
        return doors;
    }

    private HttpServerOptions serverOptions() {
        return new HttpServerOptions()
                .setHost(WireMockHost.LOOPBACK)
                .setPort(plan.options().port())
                .setAcceptBacklog(BACKLOG)
                .setMaxInitialLineLength(HttpLimits.LINE_BYTES_MAX)
                .setMaxHeaderSize(HttpLimits.HEADER_BYTES_MAX)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
    }
}
