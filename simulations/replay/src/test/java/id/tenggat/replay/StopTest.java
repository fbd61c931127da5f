package id.tenggat.replay;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

/** A run that is ordered to stop stops, whatever its users wait for: their turn, an answer, or to arrive. */
class StopTest {

    private static final long HOUR_NS = TimeUnit.HOURS.toNanos(1);

    private final StopOrder order = new StopOrder();
    private final GatlingEngine engine = new GatlingEngine(order, new Vitals());
    private LoopbackServer server;

    @TempDir
    private Path results;

    @BeforeEach
    void serve() throws IOException {
        server = new LoopbackServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private CompletableFuture<GatlingOutcome> playing(PlannedArrivals arrivals, UserSupply users) {
        GatlingRun run = new GatlingRun(
                "stopped",
                () -> new PlannedSimulation(arrivals, users, Duration.ofHours(1), Loopback.permission(server.url("/"))),
                results,
                Charts.KEPT);
        return CompletableFuture.supplyAsync(() -> engine.play(run));
    }

    private UserSupply calling(String path) {
        return (index, dueNs) ->
                new ScriptedUser(List.of(ScriptedUser.call(server.url(path))), dueNs, 0, exchange -> {});
    }

    private static void assertStopped(CompletableFuture<GatlingOutcome> run)
            throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(run.get(60, TimeUnit.SECONDS)).isEqualTo(new GatlingOutcome.Stopped());
    }

    @Test
    void usersWhoWaitForTheirTurnOrHaveYetToComeAreNotWaitedFor() throws Exception {
        PlannedArrivals arrivals = new PlannedArrivals(new long[] {0, 2 * HOUR_NS});
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        var run = playing(arrivals, (index, dueNs) -> {
            arrived.complete(null);
            return calling("/status/200").arrive(index, dueNs + HOUR_NS);
        });
        arrived.get(60, TimeUnit.SECONDS);
        order.give("enough");
        assertStopped(run);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void usersWhoWaitForAnAnswerHangUp() throws Exception {
        var run = playing(new PlannedArrivals(new long[] {0}), calling("/silent"));
        while (server.seen().isEmpty()) {
            Thread.onSpinWait();
        }
        order.give("enough");
        assertStopped(run);
        assertThat(server.closedByClient().await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anOrderThatComesBeforeTheRunOrWhileItIsMadeStopsItToo() throws Exception {
        PlannedArrivals arrivals = new PlannedArrivals(new long[] {HOUR_NS});
        GatlingRun run = new GatlingRun(
                "stopped",
                () -> {
                    order.give("while it is made");
                    return new PlannedSimulation(
                            arrivals,
                            calling("/status/200"),
                            Duration.ofHours(1),
                            Loopback.permission(server.url("/")));
                },
                results,
                Charts.KEPT);
        assertStopped(CompletableFuture.supplyAsync(() -> engine.play(run)));
        assertStopped(playing(arrivals, calling("/status/200")));
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void theFirstReasonCounts() {
        order.give("first");
        order.give("second");
        assertThat(order.reason()).contains("first");
    }
}
