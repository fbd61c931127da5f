package id.tenggat.stack;

import id.tenggat.policy.DrawnCall;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFault;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.ThirdParty;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.internal.ContextInternal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

/** A third party that does something else than was drawn: a fault of the stack, which makes a run invalid. */
class UndrawnFaultTest {

    private static final DrawnCall WELL = new DrawnCall(Optional.empty(), 5_000_000, 0);
    private static final DrawnCall FAILING = new DrawnCall(Optional.of(CallFault.ERROR), 5_000_000, 0);

    private static final Answering POLLED = new Answering.Polled(Duration.ofMillis(5));

    private record Heard(boolean well, long faults) {}

    @ParameterizedTest
    @CsvSource({
        "200, true, true, 0",
        "503, false, false, 0",
        "500, true, false, 1",
        "404, true, false, 1",
        "200, false, true, 1",
        "0, true, false, 1",
        "0, false, false, 0",
    })
    void what_is_not_drawn_counts(int status, boolean drawnWell, boolean well, long faults) throws Exception {
        for (Answering answering : List.of(Answering.AT_ONCE, Answering.WEBHOOK, POLLED)) {
            if (answering == Answering.AT_ONCE || status >= 400 || status == 0) {
                assertThat(heard(status, drawnWell ? WELL : FAILING, answering)).isEqualTo(new Heard(well, faults));
            }
        }
    }

    /** What comes of one call where every request is answered with this status; with 0, the connection is closed. */
    private static Heard heard(int status, DrawnCall drawn, Answering answering) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpServer server = vertx.createHttpServer()
                    .requestHandler(request -> {
                        if (status == 0) {
                            request.connection().close();
                        } else {
                            request.response().setStatusCode(status).end();
                        }
                    })
                    .listen(0, WireMockHost.LOOPBACK)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            Faults faults = new Faults();
            CompletableFuture<Heard> heard = new CompletableFuture<>();
            ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
            // An HTTP client that nobody holds is closed with the next garbage.
            ThirdParties parties = thirdParties(loop, server.actualPort(), answering, faults);
            loop.runOnContext(go -> parties.call(
                    new ThirdParties.Call(0, drawn, new LoopTime(loop, System.nanoTime())),
                    well -> heard.complete(new Heard(well, faults.count()))));
            try {
                return heard.get(60, TimeUnit.SECONDS);
            } finally {
                Reference.reachabilityFence(parties);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }
    }

    private static ThirdParties thirdParties(ContextInternal loop, int port, Answering answering, Faults faults) {
        Stack stack = new Stack(
                List.of(calling(station("portal", 1, 0, fixed(1)), 0)),
                List.of(new ThirdParty("bank", fixed(5), 0, CallFaults.NONE, answering)));
        return new HttpThirdParties(
                stack,
                new HttpLine(loop.owner(), stack, port),
                new Callbacks(() -> 1),
                new OpenCall.Tools(new Fidelity(), faults, OpenCall.Playing.AS_DRAWN));
    }
}
