package id.tenggat.stack;

import com.sun.management.OperatingSystemMXBean;
import id.tenggat.policy.DrawnCall;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Replay.Players;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.ThirdParty;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.internal.ContextInternal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a third party's call costs the whole process, the caller's side and the third party's, in CPU time: calls of 20 ms,
 * 256 at a time, half of {@code -Dtenggat.calls=100000} to warm up. Every one must be answered well.
 */
class CallCostTest {

    private static final int CALLS = Integer.getInteger("tenggat.calls", 2_000);
    private static final int AT_ONCE = 256;
    private static final DrawnCall DRAWN = new DrawnCall(Optional.empty(), 20_000_000, 0);

    static List<Arguments> rows() {
        List<Arguments> rows = new ArrayList<>();
        for (Players players : Players.values()) {
            for (Answering answering :
                    List.of(Answering.AT_ONCE, new Answering.Polled(Duration.ofMillis(20)), Answering.WEBHOOK)) {
                rows.add(Arguments.of(players, answering));
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_call_costs_this_much_cpu(Players players, Answering answering) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        ThirdParty bank = new ThirdParty("bank", fixed(20), 0, CallFaults.NONE, answering);
        Scenario scenario =
                Scenarios.of(List.of(calling(station("portal", AT_ONCE, 0, fixed(1)), 0)), List.of(bank), List.of());
        try (ThirdPartyHost host = ThirdPartyHost.start(scenario.stack(), new PlayedBy.Ours(players))) {
            ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
            Faults faults = new Faults();
            ThirdParties thirdParties = onLoop(vertx, host, loop, faults);
            play(loop, thirdParties);
            long before = cpuNs();
            int well = play(loop, thirdParties);
            double microseconds = (cpuNs() - before) / 1e3 / well;
            System.out.printf(Locale.ROOT, "%s, %s: %.1f us of CPU a call%n", players.word(), answering, microseconds);
            assertThat(well).isEqualTo(CALLS / 2);
            assertThat(faults.last()).isEmpty();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }
    }

    private static long cpuNs() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** With a server that takes callbacks and nothing else. */
    private static ThirdParties onLoop(Vertx vertx, ThirdPartyHost host, ContextInternal loop, Faults faults)
            throws Exception {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Callbacks callbacks = new Callbacks(port::join);
        loop.runOnContext(go -> vertx.createHttpServer()
                .requestHandler(request ->
                        callbacks.handle(request, String.valueOf(request.path()).replaceAll(".*/", "")))
                .listen(0, WireMockHost.LOOPBACK)
                .map(HttpServer::actualPort)
                .onSuccess(port::complete));
        port.get(60, TimeUnit.SECONDS);
        return host.on(vertx).of(new ThirdPartyHost.Callers(host.stack(), callbacks, new Fidelity(), faults));
    }

    /** How many of half of the calls were well. */
    private static int play(ContextInternal loop, ThirdParties thirdParties) throws Exception {
        Round round = new Round(thirdParties, new LoopTime(loop, System.nanoTime()));
        loop.runOnContext(go -> {
            for (int i = 0; i < Math.min(AT_ONCE, CALLS / 2); i++) {
                round.call();
            }
        });
        return round.well.get(600, TimeUnit.SECONDS);
    }

    /** Calls one after the other, on one event loop. */
    private static final class Round {

        private final ThirdParties thirdParties;
        private final EngineTime time;
        private final CompletableFuture<Integer> well = new CompletableFuture<>();
        private int made;
        private int answered;
        private int answeredWell;

        Round(ThirdParties thirdParties, EngineTime time) {
            this.thirdParties = thirdParties;
            this.time = time;
        }

        void call() {
            if (made == CALLS / 2) {
                return;
            }
            made++;
            thirdParties.call(new ThirdParties.Call(0, DRAWN, time), isWell -> {
                answeredWell += isWell ? 1 : 0;
                if (++answered == CALLS / 2) {
                    well.complete(answeredWell);
                }
                call();
            });
        }
    }
}
