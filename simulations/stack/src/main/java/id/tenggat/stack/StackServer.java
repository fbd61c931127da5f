package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Scenario;
import id.tenggat.stamping.StampingAuthority;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running stack: the services of a scenario's journey over HTTP on 127.0.0.1, and its third parties, by themselves on a
 * port of their own. What it serves is listed at this package.
 *
 * <p>A run begins as it starts, and anew at each {@code POST /admin/begin}.
 */
public final class StackServer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final long NEVER_MS = Duration.ofDays(10_000).toMillis();

    private final Vertx vertx;
    private final ThirdPartyHost thirdParties;
    private final StackVerticle verticle;
    private final String stampsSignedBy;

    private StackServer(Vertx vertx, ThirdPartyHost thirdParties, StackVerticle verticle, String stampsSignedBy) {
        this.vertx = vertx;
        this.thirdParties = thirdParties;
        this.verticle = verticle;
        this.stampsSignedBy = stampsSignedBy;
    }

    /**
     * Starts a stack and waits until it serves.
     *
     * @param scenario already sliced: engine nanoseconds are real nanoseconds
     * @throws PortUnavailableException if the port can't be listened on
     * @throws LedgerException if the ledger can't be opened
     * @throws ThirdPartiesUnavailableException if the user's own third parties can't be reached
     * @throws IllegalStateException if it can't start for a reason of its own, or its thread is interrupted
     */
    public static StackServer start(Scenario scenario, StackOptions options)
            throws PortUnavailableException, LedgerException {
        return start(scenario, options, Optional.empty());
    }

    /**
     * The same, with a log of its requests, which its caller closes after it.
     *
     * @throws PortUnavailableException if the port can't be listened on
     * @throws LedgerException if the ledger can't be opened
     * @throws ThirdPartiesUnavailableException if the user's own third parties can't be reached
     * @throws IllegalStateException if it can't start for a reason of its own, or its thread is interrupted
     */
    public static StackServer start(Scenario scenario, StackOptions options, Optional<AccessLog> accessLog)
            throws PortUnavailableException, LedgerException {
        ThirdPartyHost thirdParties = ThirdPartyHost.start(scenario.stack(), options.thirdParties());
        InstantSource clock = InstantSource.system();
        StampingAuthority authority = StampingAuthority.generate(clock.instant());
        StackVerticle verticle =
                new StackVerticle(new StackVerticle.Plan(scenario, options, thirdParties, authority, accessLog), clock);
        StackServer server = new StackServer(Vertx.vertx(vertxOptions()), thirdParties, verticle, authority.signedBy());
        server.deploy(options.port());
        return server;
    }

    /** One event loop, and timers of the system where it has better ones than Java. */
    static VertxOptions vertxOptions() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setPreferNativeTransport(true)
                // Its warnings are stack traces; /health tells how late the loop is.
                .setBlockedThreadCheckInterval(NEVER_MS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private void deploy(int port) throws PortUnavailableException, LedgerException {
        try {
            await(vertx.deployVerticle(verticle));
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof LedgerException unopened) {
                throw unopened;
            } else if (e.getCause() instanceof IOException refused) {
                throw new PortUnavailableException(port, String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("the stack can't start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the stack started", e);
        }
    }

    private static void await(Future<?> future) throws ExecutionException, InterruptedException {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the event loop does not answer for " + PATIENCE_SECONDS + " s", e);
        }
    }

    /** The port on 127.0.0.1 that it listens on. */
    public int port() {
        return verticle.port();
    }

    /** The port on 127.0.0.1 that it listens on over TLS, in HTTP/2; empty unless its scenario's clients speak that. */
    public OptionalInt securePort() {
        return verticle.secureDoor().stream().mapToInt(SecureDoor::port).findAny();
    }

    /** Whose code signs its stamps, with what; for people. */
    public String stampsSignedBy() {
        return stampsSignedBy;
    }

    /** Where its ledger is, and whether it goes on with a run that was begun before; for people. */
    public String ledgerStory() {
        return verticle.ledgerStory();
    }

    /** Why its ledger keeps nothing any more; empty as long as it does. */
    public Optional<String> ledgerFailure() {
        return verticle.ledgerFailure();
    }

    /** Who plays its third parties, as on the command line; empty if there are none. */
    public String thirdPartiesBy() {
        return thirdParties.words();
    }

    /** Breaks what is inside, stops listening, and waits for it. */
    @Override
    public void close() {
        try {
            await(vertx.close());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the stack can't stop: " + e.getCause(), e);
        } finally {
            thirdParties.close();
        }
    }
}
