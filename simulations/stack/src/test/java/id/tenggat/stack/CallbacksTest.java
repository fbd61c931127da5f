package id.tenggat.stack;

import id.tenggat.policy.DrawnCall;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.ThirdParty;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

class CallbacksTest {

    private static final DrawnCall WELL = new DrawnCall(Optional.empty(), 5_000_000, 0);
    private static final Stack STACK = new Stack(
            List.of(calling(station("portal", 1, 0, fixed(1)), 0)),
            List.of(new ThirdParty("bank", fixed(5), 0, CallFaults.NONE, Answering.WEBHOOK)));

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> callbacks = new LinkedBlockingQueue<>();

    /** An HTTP client that nobody holds is closed with the next garbage. */
    private final List<Object> held = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nobody_can_guess_where_a_call_is_called_back() throws Exception {
        try {
            HttpServer bank = vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> {
                        callbacks.add(new JsonObject(body).getString("callback"));
                        request.response().setStatusCode(202).end();
                    }))
                    .listen(0, WireMockHost.LOOPBACK)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
            loop.runOnContext(go -> callTwice(loop, bank.actualPort()));

            String first = told();
            String second = told();
            assertThat(List.of(first, second)).allSatisfy(url -> assertThat(url)
                    .matches("http://127\\.0\\.0\\.1:1/third-parties/[A-Za-z0-9_-]{22}"));
            assertThat(first).isNotEqualTo(second);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }
    }

    private String told() throws InterruptedException {
        return Optional.ofNullable(callbacks.poll(60, TimeUnit.SECONDS)).orElseThrow();
    }

    private void callTwice(ContextInternal loop, int port) {
        HttpThirdParties bank = new HttpThirdParties(
                STACK,
                new HttpLine(loop.owner(), STACK, port),
                new Callbacks(() -> 1),
                new OpenCall.Tools(new Fidelity(), new Faults(), OpenCall.Playing.AS_DRAWN));
        held.add(bank);
        EngineTime time = new LoopTime(loop, System.nanoTime());
        for (int i = 0; i < 2; i++) {
            bank.call(new ThirdParties.Call(0, WELL, time), well -> {});
        }
    }
}
