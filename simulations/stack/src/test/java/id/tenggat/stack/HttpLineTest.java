package id.tenggat.stack;

import id.tenggat.policy.DrawnCall;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.ThirdParty;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.ContextInternal;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

class HttpLineTest {

    private static final DrawnCall WELL = new DrawnCall(Optional.empty(), 5_000_000, 0);

    /** An HTTP client that nobody holds is closed with the next garbage. */
    private final List<Object> held = Collections.synchronizedList(new ArrayList<>());

    /** What sets out on a connection that the far side has just closed would fail. */
    @Test
    void a_connection_that_nobody_uses_is_closed_before_the_far_side_would_close_it() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ServerSocket far = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
            loop.runOnContext(go -> call(loop, far.getLocalPort()));
            try (Socket kept = far.accept()) {
                kept.setSoTimeout((int) WireMockHost.IDLE_MS);
                awaitEndOfHead(kept.getInputStream());
                kept.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

                assertThat(kept.getInputStream().read()).as("the end").isEqualTo(-1);
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        }
    }

    private void call(ContextInternal loop, int port) {
        Stack stack = new Stack(
                List.of(calling(station("portal", 1, 0, fixed(1)), 0)),
                List.of(new ThirdParty("bank", fixed(5), 0, CallFaults.NONE, Answering.AT_ONCE)));
        OpenCall call = new OpenCall(
                new ThirdParties.Call(0, WELL, new LoopTime(loop, System.nanoTime())),
                well -> {},
                new OpenCall.Tools(new Fidelity(), new Faults(), OpenCall.Playing.AS_DRAWN));
        HttpLine line = new HttpLine(loop.owner(), stack, port);
        held.add(line);
        var unused = line.post(call, Map.of(), Buffer.buffer());
    }

    private static void awaitEndOfHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
    }
}
