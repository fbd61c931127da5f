package id.tenggat.stack;

import id.tenggat.policy.DrawnCall;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.ThirdParty;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.internal.ContextInternal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls on a real event loop that is busy when they are made, and when they are answered. */
class LateCallTest {

    private static final long MS = 1_000_000;
    private static final long HELD_MS = 4_000;
    private static final long BUSY_MS = 200;
    private static final DrawnCall DRAWN = new DrawnCall(Optional.empty(), HELD_MS * MS, 0);

    private final Vertx vertx = Vertx.vertx();
    private final ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
    private final Fidelity fidelity = new Fidelity();
    private final Faults faults = new Faults();
    private final CompletableFuture<Long> toldMs = new CompletableFuture<>();

    /** An HTTP client that nobody holds is closed with the next garbage. */
    private final List<Object> held = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() throws ExecutionException, InterruptedException, TimeoutException {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    /**
     * Makes a call at 1 ms by an alarm that is late, and is busy when its answer is due.
     *
     * @return the engine time of its answer, in nanoseconds
     */
    private long answeredNs(ThirdParties thirdParties) throws Exception {
        CompletableFuture<Long> answered = new CompletableFuture<>();
        loop.runOnContext(go -> {
            LoopTime time = new LoopTime(loop, System.nanoTime());
            time.at(MS, () -> {
                occupy();
                thirdParties.call(new ThirdParties.Call(0, DRAWN, time), well -> answered.complete(time.nowNs()));
            });
            time.at(HELD_MS * MS, LateCallTest::occupy);
        });
        return answered.get(60, TimeUnit.SECONDS);
    }

    /** Keeps the loop from everything else. */
    private static void occupy() {
        for (long begun = System.nanoTime(); System.nanoTime() - begun < BUSY_MS * MS; ) {
            Thread.onSpinWait();
        }
    }

    private ThirdParties overHttp(Answering answering) throws Exception {
        HttpServer bank = vertx.createHttpServer()
                .requestHandler(request -> {
                    String delayMs = request.getHeader(DrawnAnswer.DELAY_MS_HEADER);
                    if (delayMs != null) {
                        toldMs.complete(Long.parseLong(delayMs));
                    }
                    boolean isOrder = answering != Answering.AT_ONCE
                            && request.method().name().equals("POST");
                    request.response().setStatusCode(isOrder ? 202 : 200).end("{\"id\": \"1\"}");
                })
                .listen(0, WireMockHost.LOOPBACK)
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        Stack stack = new Stack(
                List.of(calling(station("portal", 1, 0, fixed(1)), 0)),
                List.of(new ThirdParty("bank", fixed(HELD_MS), 0, CallFaults.NONE, answering)));
        HttpLine line = new HttpLine(vertx, stack, bank.actualPort());
        held.add(line);
        return new HttpThirdParties(
                stack, line, new Callbacks(() -> 1), new OpenCall.Tools(fidelity, faults, OpenCall.Playing.AS_DRAWN));
    }

    private void assertNoLongerThanDrawn(ThirdParties thirdParties) throws Exception {
        assertThat(answeredNs(thirdParties)).isEqualTo((1 + HELD_MS) * MS);
        assertThat(faults.last()).isEmpty();
        assertThat(fidelity.calls().count()).isEqualTo(1);
        assertThat(fidelity.calls().maxNs()).isGreaterThanOrEqualTo((BUSY_MS - 1) * MS);
    }

    @Test
    void a_call_in_the_process_is_no_longer_for_a_late_loop_and_its_lateness_is_told() throws Exception {
        assertNoLongerThanDrawn(new InProcessThirdParties(fidelity));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_call_over_http_is_no_longer_for_a_late_loop_and_its_lateness_is_told(boolean polled) throws Exception {
        Answering answering = polled ? new Answering.Polled(Duration.ofMillis(500)) : Answering.AT_ONCE;
        assertNoLongerThanDrawn(overHttp(answering));
        assertThat(toldMs.get(60, TimeUnit.SECONDS)).isLessThanOrEqualTo(HELD_MS - BUSY_MS);
    }

    @Test
    void calls_are_counted_in_the_time_of_their_run() throws Exception {
        Metrics metrics = new Metrics();
        var tallies = CountedThirdParties.Tally.of(List.of("bank"), metrics);
        assertThat(answeredNs(new CountedThirdParties(new InProcessThirdParties(fidelity), tallies)))
                .isEqualTo((1 + HELD_MS) * MS);
        assertThat(Scraped.from(metrics).value("tenggat_third_party_seconds_sum", "third_party", "bank"))
                .isEqualTo(HELD_MS / 1e3);
    }
}
