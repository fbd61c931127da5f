package id.tenggat.stack;

import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.CallFaults.SlowChunks;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.ThirdParty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What WireMock puts on the wire when it is told to. */
class WireMockHostTest {

    private static WireMockHost host;

    @BeforeAll
    static void start() {
        CallFaults dribbling = new CallFaults(0, 0, new SlowChunks(1, Duration.ofMillis(50)));
        host = WireMockHost.start(new Stack(
                List.of(Scenarios.calling(station("portal", 1, 0, fixed(1)), 0)),
                List.of(new ThirdParty("bank", fixed(1), 0, dribbling, Answering.AT_ONCE))));
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static String heard(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return everything(socket.getInputStream());
        }
    }

    private static String heardUntil(String end, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder text = new StringBuilder();
            while (text.indexOf(end) < 0) {
                text.append((char) socket.getInputStream().read());
            }
            return text.toString();
        }
    }

    private static String everything(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String post(String header, String body) {
        return "POST /bank HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n"
                + header + "\r\n\r\n" + body;
    }

    @Test
    void an_answer_without_faults_is_well() throws IOException {
        assertThat(heard(post("Tenggat-Delay-Ms: 1", "")))
                .startsWith("HTTP/1.1 200")
                .contains("settled");
    }

    @Test
    void an_error_is_a_status_of_5xx() throws IOException {
        assertThat(heard(post("Tenggat-Fault: errors", ""))).startsWith("HTTP/1.1 503");
    }

    @Test
    void a_reset_resets_the_connection_before_any_answer() {
        assertThatThrownBy(() -> heard(post("Tenggat-Fault: resets\r\nTenggat-Delay-Ms: 5", "")))
                .hasMessageContaining("reset");
    }

    @Test
    void garbage_is_no_http() throws IOException {
        assertThat(heard(post("Tenggat-Fault: malformed", ""))).isNotEmpty().doesNotStartWith("HTTP");
    }

    @Test
    void a_slow_answer_comes_in_pieces_and_is_whole_in_the_end() throws IOException {
        String heard =
                heardUntil("\r\n0\r\n\r\n", post("Tenggat-Chunks-Ms: 50", "").replace("close", "keep-alive"));
        assertThat(heard).startsWith("HTTP/1.1 200").containsIgnoringCase("transfer-encoding: chunked");
        assertThat(heard.split("\r\n\r\n", 2)[1].lines().filter(line -> line.matches("[0-9A-Fa-f]{1,2}")))
                .as("sizes of the pieces, and the end")
                .hasSize(DrawnScript.PIECES + 1);
    }

    @Test
    void an_order_is_pending_until_it_is_due_and_forgotten_once_it_is_told() throws IOException {
        String taken = heard(post("Tenggat-Answers: polled\r\nTenggat-Delay-Ms: 3600000", ""));
        assertThat(taken).startsWith("HTTP/1.1 202");
        assertThat(heard(get(idIn(taken)))).startsWith("HTTP/1.1 202").contains("pending");

        String due = heard(post("Tenggat-Answers: polled\r\nTenggat-Fault: errors", ""));
        assertThat(heard(get(idIn(due)))).startsWith("HTTP/1.1 503");
        assertThat(heard(get(idIn(due)))).startsWith("HTTP/1.1 404");
    }

    private static String idIn(String answer) {
        return answer.replaceAll("(?s).*\"id\": \"([0-9]+)\".*", "$1");
    }

    private static String get(String id) {
        return "GET /bank/" + id + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    }

    @Test
    void a_callback_tells_how_it_ended() throws IOException {
        assertThat(callback("Tenggat-Delay-Ms: 1")).endsWith(DrawnScript.SETTLED);
        assertThat(callback("Tenggat-Fault: errors")).endsWith(DrawnScript.FAILED);
        assertThat(callback("Tenggat-Chunks-Ms: 50")).endsWith(DrawnScript.SETTLED);
        assertThat(callback("Tenggat-Fault: malformed")).endsWith("no JSON").doesNotContain("status");
    }

    @Test
    void a_callback_that_is_reset_ends_in_the_midst() throws IOException {
        String heard = callback("Tenggat-Fault: resets");
        assertThat(heard).contains("Content-Length: " + DrawnScript.SETTLED.length());
        assertThat(heard.split("\r\n\r\n", 2)[1]).hasSizeLessThan(DrawnScript.SETTLED.length());
    }

    /** What a server hears that is called back, until it has a body of the length that is announced, or the end. */
    private static String callback(String header) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "{\"callback\": \"http://127.0.0.1:" + server.getLocalPort() + "/third-parties/1\"}";
            assertThat(heard(post("Tenggat-Answers: webhook\r\n" + header, url)))
                    .startsWith("HTTP/1.1 202");
            try (Socket called = server.accept()) {
                StringBuilder text = new StringBuilder();
                int next = called.getInputStream().read();
                while (next >= 0) {
                    text.append((char) next);
                    next = isWhole(text.toString())
                            ? -1
                            : called.getInputStream().read();
                }
                return text.toString();
            }
        }
    }

    private static boolean isWhole(String text) {
        String[] parts = text.split("\r\n\r\n", 2);
        String length = parts[0].replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1");
        return parts.length == 2 && parts[1].length() == Integer.parseInt(length);
    }
}
