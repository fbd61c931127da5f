package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the server takes from clients that hold connections and send little, or too much. */
class HttpLimitsTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofHours(1);

    private static StackServer start(Scenario scenario, HttpLimits limits)
            throws PortUnavailableException, LedgerException {
        return StackServer.start(scenario, StackOptions.onPort(0).withHttp(limits));
    }

    private static Socket connect(StackServer stack) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), stack.port());
    }

    /** Sends one byte after the other for as long as the server takes them, and reads what it says. */
    private static String trickle(StackServer stack, String head) throws IOException {
        try (Socket socket = connect(stack)) {
            socket.setSoTimeout(5);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder said = new StringBuilder();
            while (read(socket.getInputStream(), said)) {
                socket.getOutputStream().write('x');
            }
            return said.toString();
        } catch (SocketException broken) {
            return "broken";
        }
    }

    private static boolean read(InputStream in, StringBuilder said) throws IOException {
        try {
            int octet = in.read();
            for (; octet >= 0; octet = in.read()) {
                said.append((char) octet);
            }
            return false;
        } catch (java.net.SocketTimeoutException nothingYet) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /health HT", "GET /health HTTP/1.1\r\nX: y"})
    void a_head_that_trickles_is_cut_off(String head) throws Exception {
        try (StackServer stack = start(Scenarios.roomy(), new HttpLimits(0, SHORT, LONG))) {
            assertThat(trickle(stack, head)).isIn("", "broken");
            assertThat(new Caller(stack).health().getBoolean("ready")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-up", "stamp-1"})
    void a_body_that_trickles_is_cut_off_and_given_back(String step) throws Exception {
        try (StackServer stack = start(Scenarios.roomy(), new HttpLimits(0, LONG, SHORT))) {
            String type = step.equals("stamp-1") ? "application/pdf" : "application/json";
            String said = trickle(
                    stack,
                    "POST /journey/1/" + step + " HTTP/1.1\r\nHost: localhost\r\nTenggat-Attempt: 0\r\n"
                            + "Idempotency-Key: k\r\nContent-Type: " + type
                            + "\r\nContent-Length: 100000\r\n\r\n{\"x\":\"");

            assertThat(said)
                    .satisfiesAnyOf(
                            text -> assertThat(text)
                                    .startsWith("HTTP/1.1 408 Request Timeout")
                                    .contains("\"reason\":\"too-slow\""),
                            text -> assertThat(text).isEqualTo("broken"));
            Caller caller = new Caller(stack);
            Caller.await("nothing is kept", () -> caller.health().getInteger("keptBodiesBytes") == 0);
        }
    }

    @Test
    void a_request_that_waits_is_never_too_slow() throws Exception {
        Scenario slow =
                Scenarios.of(List.of(Scenarios.station("portal", 1, 10, Scenarios.fixed(1500))), List.of(), List.of());
        try (StackServer stack = start(slow, new HttpLimits(0, SHORT, SHORT))) {
            assertThat(new Caller(stack).attempt(1, "sign-up").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void beyond_the_limit_connections_are_refused_and_those_inside_are_served() throws Exception {
        Scenario one =
                Scenarios.of(List.of(Scenarios.station("portal", 1, 10, Scenarios.fixed(500))), List.of(), List.of());
        try (StackServer stack = start(one, new HttpLimits(3, LONG, LONG))) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> inside = caller.attemptLater(1, "sign-up", 0);
            CompletableFuture<HttpResponse<byte[]>> behind = caller.attemptLater(2, "sign-up", 0);
            Caller.await("one waits", () -> caller.atFirstStation("waiting") == 1);

            List<String> told = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                try (Socket socket = connect(stack)) {
                    told.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                }
            }

            assertThat(told).allSatisfy(text -> {
                assertThat(text)
                        .startsWith("HTTP/1.1 503 Service Unavailable")
                        .contains("\"reason\":\"too-many-connections\"");
                assertThat(new Contract().faults(new RawExchange(List.of(503), text).first("")))
                        .isEmpty();
            });
            assertThat(caller.health().getInteger("connectionsRefused")).isEqualTo(50);
            assertThat(inside.join().statusCode()).isEqualTo(200);
            assertThat(behind.join().statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"20000,0,18000", "20000,1000,16000", "1024,0,512", "1,0,1", "20000,9999,10000"})
    void connections_leave_descriptors_for_all_else(long limit, long calls, int connections) {
        assertThat(Descriptors.forClients(limit, calls)).isEqualTo(connections);
    }

    @Test
    void limits_out_of_range_are_named() {
        assertThatThrownBy(() -> new HttpLimits(-1, LONG, LONG)).hasMessage("connections must be 0 or more, found -1");
        assertThatThrownBy(() -> new HttpLimits(0, Duration.ZERO, LONG))
                .hasMessage("idle must be longer than zero, found PT0S");
        assertThatThrownBy(() -> new HttpLimits(0, LONG, Duration.ofSeconds(-1)))
                .hasMessage("receiving must be longer than zero, found PT-1S");
    }
}
