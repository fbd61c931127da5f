package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.scenario.Replay.Players;
import id.tenggat.scenario.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final Scenario SCENARIO = Scenarios.roomy();

    private StackServer stack;
    private Caller caller;

    @BeforeAll
    void start() throws PortUnavailableException, LedgerException {
        stack = StackServer.start(SCENARIO, StackOptions.onPort(0));
        caller = new Caller(stack);
    }

    @AfterAll
    void nothing_was_changed_and_nothing_broke() {
        assertThat(caller.audit().getInteger("paid")).isZero();
        assertThat(caller.health().getInteger("faults")).isZero();
        assertThat(caller.health().getInteger("keptBodiesBytes")).isZero();
        stack.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /journey/x/pay       | 0       | 400 | applicant must be a whole number from 0 to 999, found 'x'
            POST   | /journey/-1/pay      | 0       | 400 | applicant must be a whole number from 0 to 999, found '-1'
            POST   | /journey/1000/pay    | 0       | 400 | applicant must be a whole number from 0 to 999, found '1000'
            POST   | /journey/99999999999/pay | 0   | 400 | applicant must be a whole number from 0 to 999, found '99999999999'
            POST   | /journey//pay        | 0       | 400 | applicant must be a whole number from 0 to 999, found ''
            POST   | /journey/1/pay       |         | 400 | the header Tenggat-Attempt must be a whole number from 0 to 999999, found none
            POST   | /journey/1/pay       | one     | 400 | the header Tenggat-Attempt must be a whole number from 0 to 999999, found 'one'
            POST   | /journey/1/pay       | -1      | 400 | the header Tenggat-Attempt must be a whole number from 0 to 999999, found '-1'
            POST   | /journey/1/pay       | 1000000 | 400 | the header Tenggat-Attempt must be a whole number from 0 to 999999, found '1000000'
            POST   | /journey/1/fly       | 0       | 404 | the journey has no step 'fly'; its steps are sign-up, pay, stamp-1, stamp-2, submit
            POST   | /journey/1/pay/      | 0       | 404 | no such path: '/journey/1/pay/'
            POST   | /journey/1           | 0       | 404 | no such path: '/journey/1'
            POST   | /journey/../admin/begin | 0    | 404 | no such path: '/journey/../admin/begin'
            POST   | /                    |         | 405 | this path takes GET only
            GET    | /admin               |         | 404 | no such path: '/admin'
            POST   | //admin/end          |         | 404 | no such path: '//admin/end'
            GET    | /journey/1/pay       | 0       | 405 | this path takes POST only
            DELETE | /admin/begin         |         | 405 | this path takes POST only
            POST   | /health              |         | 405 | this path takes GET only
            POST   | /admin/audit         |         | 405 | this path takes GET only
            POST   | /warm-up/journey/1/fly | 0     | 404 | the journey has no step 'fly'; its steps are sign-up, pay, stamp-1, stamp-2, submit
            POST   | /warm-up/journey/100000/pay | 0 | 400 | applicant must be a whole number from 0 to 99999, found '100000'
            GET    | /warm-up/journey/1/pay | 0     | 405 | this path takes POST only
            """)
    void what_may_not_stand_is_named(String method, String path, String attempt, int status, String detail) {
        HttpRequest.Builder request = caller.to(path).method(method, BodyPublishers.noBody());
        if (attempt != null) {
            request.header("Tenggat-Attempt", attempt);
        }

        HttpResponse<byte[]> answer = caller.send(request.build());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(answer).getString("detail")).isEqualTo(detail);
        assertThat(Caller.json(answer).getInteger("status")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | the body must be a JSON object with startEpochMs and intervalNs
            {                               | the body must be a JSON object with startEpochMs and intervalNs
            [1]                             | the body must be a JSON object with startEpochMs and intervalNs
            null                            | the body must be a JSON object with startEpochMs and intervalNs
            {}                              | startEpochMs must be a whole number, found 'null'
            {"startEpochMs":"now"}          | startEpochMs must be a whole number, found 'now'
            {"startEpochMs":1.5}            | startEpochMs must be a whole number, found '1.5'
            {"startEpochMs":NOW}            | intervalNs must be a whole number, found 'null'
            {"startEpochMs":NOW,"intervalNs":0} | intervalNs must be 1000000 or more, found 0
            {"startEpochMs":NOW,"intervalNs":1000000,"seed":1} | begin takes startEpochMs and intervalNs, found 'seed'
            """)
    void a_beginning_that_may_not_stand_is_named(String body, String detail) {
        HttpResponse<byte[]> answer =
                caller.post("/admin/begin", body.replace("NOW", Long.toString(System.currentTimeMillis())));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).getString("detail")).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_725_641_940, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_beginning_far_from_now_is_a_mistake(long startEpochMs) {
        HttpResponse<byte[]> answer =
                caller.post("/admin/begin", "{\"startEpochMs\":" + startEpochMs + ",\"intervalNs\":1000000}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).getString("detail"))
                .startsWith("startEpochMs must lie within 10 minutes of now (")
                .endsWith("found " + startEpochMs);
    }

    @Test
    void a_crowd_with_a_bad_line_is_refused_as_a_whole() {
        HttpResponse<byte[]> answer = caller.post("/admin/crowd", "5,3\n6,seven\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.json(answer).getString("detail"))
                .isEqualTo("line 2: doneSteps must be a whole number, found '6,seven'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-up", "stamp-1"})
    void a_body_beyond_the_limit_is_refused_and_the_connection_lives_on(String step) {
        HttpResponse<byte[]> answer = caller.send(caller.to("/journey/1/" + step)
                .header("Tenggat-Attempt", "0")
                .header("Idempotency-Key", "k")
                .header("Content-Type", step.startsWith("stamp") ? "application/pdf" : "application/json")
                .POST(BodyPublishers.ofByteArray(blanks((16 << 20) + 1)))
                .build());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Caller.json(answer).getString("detail")).isEqualTo("a body may have at most 16777216 bytes");
        assertThat(caller.get("/health").statusCode()).isEqualTo(200);
    }

    private static byte[] blanks(int size) {
        byte[] blanks = new byte[size];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    @Test
    void documents_beyond_the_budget_are_refused_and_counted() throws PortUnavailableException, LedgerException {
        try (StackServer small = StackServer.start(
                SCENARIO,
                new StackOptions(
                        0, 1, 10_000, LedgerPlace.memory(), new PlayedBy.Ours(Players.IN_PROCESS), HttpLimits.USUAL))) {
            Caller other = new Caller(small);

            HttpResponse<byte[]> answer = other.attempt(1, "stamp-1");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Caller.json(answer).getString("reason")).isEqualTo("no-memory");
            assertThat(other.health().getInteger("bodiesRefused")).isEqualTo(1);
            assertThat(other.health().getInteger("keptBodiesBytes")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "POST /journey/1/pay HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /journey/1/pay HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"
            })
    void what_is_no_http_is_refused(String garbage) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stack.port())) {
            socket.getOutputStream().write(garbage.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1    | 1  | 1 | port must lie between 0 and 65535, found -1
            65536 | 1  | 1 | port must lie between 0 and 65535, found 65536
            0     | 0  | 1 | stampingThreads must lie between 1 and 64, found 0
            0     | 65 | 1 | stampingThreads must lie between 1 and 64, found 65
            0     | 1  | 0 | keptBodiesBytes must be 1 or more, found 0
            """)
    void options_out_of_range_are_named(int port, int threads, long bytes, String message) {
        assertThatThrownBy(() -> new StackOptions(
                        port,
                        threads,
                        bytes,
                        LedgerPlace.memory(),
                        new PlayedBy.Ours(Players.IN_PROCESS),
                        HttpLimits.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
