package id.tenggat.stack;

import id.tenggat.ledger.Archive;
import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Wire.Protocol;
import id.tenggat.slice.Rehearsal;
import id.tenggat.stamping.SpecimenServer;
import id.tenggat.stamping.Stamper;
import id.tenggat.stamping.StampingAuthority;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Optional;

/** The one event loop that all stations, the ledger and their HTTP server share: nothing in it needs a lock. */
final class StackVerticle extends VerticleBase {

    /** A burst of connections as large as a nation's last minute brings. */
    private static final int BACKLOG = 8192;

    private static final int ANY_PORT = 0;

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
    private @Nullable RehearsalStage rehearsal;
    private @Nullable Archive archive;
    private volatile int port;
    private volatile Optional<SecureDoor> secureDoor = Optional.empty();
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
        ThirdPartyHost.Way way = plan.thirdParties().on(vertx);
        ThirdParties thirdParties = tallies.counted(
                way.of(new ThirdPartyHost.Callers(plan.scenario().stack(), callbacks, fidelity, faults)));
        Archive opened = Archive.open(plan.options().ledger(), plan.scenario(), tallies.ledgerOn(loop));
        archive = opened;
        ledgerStory = "the ledger is " + plan.options().ledger()
                + opened.known().map(Archive.Known::story).orElse("");
        runs = new StackRuns(
                new StackRuns.Lasting(plan.scenario(), loop, thirdParties, fidelity, opened, tallies, clock));
        Doors doors = doors();
        RehearsalStage beside = new RehearsalStage(
                new RehearsalStage.Tools(vertx, loop, way, plan.options().ledger(), faults, clock),
                plan.scenario(),
                new Callbacks(this::port, RehearsalStage.BASE));
        rehearsal = beside;
        Handler<HttpServerRequest> requests =
                new RequestWatch(new Doorkeeper(router(runs, beside, doors)), tallies.http(), plan.accessLog(), doors);
        return listen(serverOptions(plan.options().port()), requests, doors)
                .onSuccess(server -> port = server.actualPort())
                .compose(plain -> listenSecurely(requests, doors))
                // A verticle that does not start is not stopped either.
                .onFailure(refused -> opened.close());
    }

    private Future<HttpServer> listen(HttpServerOptions options, Handler<HttpServerRequest> requests, Doors doors) {
        return vertx.createHttpServer(options)
                .connectionHandler(doors::connected)
                .invalidRequestHandler(Doorkeeper::unreadable)
                .requestHandler(requests)
                .listen();
    }

    /** Browsers, and so the clients of a scenario, speak HTTP/2 over TLS alone. */
    private Future<?> listenSecurely(Handler<HttpServerRequest> requests, Doors doors) {
        if (plan.scenario().wire().protocol() != Protocol.HTTP_2) {
            return Future.succeededFuture();
        }
        ServerCertificate certificate = new ServerCertificate(SpecimenServer.generate(clock.instant()));
        return listen(SecureDoor.options(serverOptions(ANY_PORT), certificate), requests, doors)
                .onSuccess(server -> secureDoor = Optional.of(new SecureDoor(server.actualPort(), certificate.pem())));
    }

    @Override
    public Future<?> stop() {
        if (runs != null) {
            runs.close();
        }
        if (archive != null) {
            archive.close();
        }
        return rehearsal == null ? Future.succeededFuture() : rehearsal.end();
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

    /** Where it listens over TLS, if it does. */
    Optional<SecureDoor> secureDoor() {
        return secureDoor;
    }

    private Router router(StackRuns current, RehearsalStage beside, Doors doors) {
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
                        new Router.Played(
                                new JourneyRoute(
                                        new JourneyRoute.Tools(vertx, () -> current, desk, budget, faults),
                                        steps,
                                        scenario.population().applicants()),
                                callbacks),
                        new Router.Played(
                                new JourneyRoute(
                                        new JourneyRoute.Tools(vertx, beside::runs, desk, budget, faults),
                                        steps,
                                        Rehearsal.APPLICANTS_MAX),
                                beside.callbacks()),
                        new AdminRoutes(new AdminRoutes.Tools(
                                sources,
                                beside,
                                readiness,
                                fidelity,
                                clock,
                                plan.authority().signedBy(),
                                plan.thirdParties().words(),
                                this::secureDoor)),
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

    private static HttpServerOptions serverOptions(int port) {
        return new HttpServerOptions()
                .setHost(WireMockHost.LOOPBACK)
                .setPort(port)
                .setAcceptBacklog(BACKLOG)
                .setMaxInitialLineLength(HttpLimits.LINE_BYTES_MAX)
                .setMaxHeaderSize(HttpLimits.HEADER_BYTES_MAX)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
    }
}
