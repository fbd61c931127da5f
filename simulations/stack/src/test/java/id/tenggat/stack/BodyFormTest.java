package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyFormTest {

    private StackServer stack;
    private Caller caller;

    @BeforeAll
    void start() throws PortUnavailableException, LedgerException {
        stack = StackServer.start(Scenarios.uploading(), StackOptions.onPort(0));
        caller = new Caller(stack);
    }

    @AfterAll
    void stop() {
        assertThat(caller.health().getInteger("faults")).isZero();
        stack.close();
    }

    private HttpResponse<byte[]> post(String path, String type, String body) {
        HttpRequest.Builder request = caller.to(path)
                .header("Tenggat-Attempt", "0")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofString(body));
        if (!type.equals("none")) {
            request.header("Content-Type", type);
        }
        return caller.send(request.build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            sign-up | application/json                | {}            | 200 |
            sign-up | Application/JSON; charset=utf-8 | {"a":[1,"b"]} | 200 |
            sign-up | application/json                | ~ { } ~       | 200 |
            sign-up | none                            | ~~            | 200 |
            sign-up | text/plain                      | ~~            | 200 |
            sign-up | none                            | {}            | 415 | the body must be application/json, found 'none'
            sign-up | text/plain                      | {}            | 415 | the body must be application/json, found 'text/plain'
            sign-up | application/jsonp               | {}            | 415 | the body must be application/json, found 'application/jsonp'
            sign-up | application/json                | ~ ~           | 400 | the body must be one JSON object, or empty
            sign-up | application/json                | []            | 400 | the body must be one JSON object, or empty
            sign-up | application/json                | 1             | 400 | the body must be one JSON object, or empty
            sign-up | application/json                | {}{}          | 400 | the body must be one JSON object, or empty
            sign-up | application/json                | {} x          | 400 | the body must be one JSON object, or empty, and is no JSON near byte 3
            sign-up | application/json                | {             | 400 | the body must be one JSON object, or empty, and is no JSON near byte 1
            sign-up | application/json                | {"a":}        | 400 | the body must be one JSON object, or empty, and is no JSON near byte 5
            upload  | application/pdf                 | %PDF-1.7      | 200 |
            upload  | application/json                | %PDF-1.7      | 415 | the body must be application/pdf, found 'application/json'
            upload  | application/pdf                 | %PDX-1.7      | 422 | the document must be a PDF: its first bytes must be %PDF-
            upload  | application/pdf                 | %PDF          | 422 | the document must be a PDF: its first bytes must be %PDF-
            upload  | application/pdf                 | ~~            | 422 | the document must be a PDF: its first bytes must be %PDF-
            stamp   | application/json                | {}            | 415 | the body must be application/pdf, found 'application/json'
            """)
    void a_step_takes_its_own_kind_of_body(String step, String type, String body, int status, String detail) {
        caller.crowd(2, 1);
        HttpResponse<byte[]> answer = post("/journey/1/" + step, type, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status != 200) {
            assertThat(Caller.json(answer).getString("detail")).isEqualTo(detail);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/begin,text/plain,application/json",
        "/admin/crowd,application/json,text/csv",
        "/warm-up/journey/1/sign-up,text/csv,application/json",
        "/warm-up/journey/1/stamp,text/plain,application/pdf"
    })
    void another_type_is_refused_elsewhere_too(String path, String type, String wanted) {
        HttpResponse<byte[]> answer = post(path, type, "x");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Caller.json(answer).getString("detail"))
                .isEqualTo("the body must be " + wanted + ", found '" + type + "'");
    }

    @Test
    void json_may_be_as_large_as_any_payload() {
        String members = ("\"x\":\"" + "x".repeat(1000) + "\",").repeat(16_000);
        HttpResponse<byte[]> answer = post("/journey/1/sign-up", "application/json", "{" + members + "\"y\":0}");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"64,200", "65,400"})
    void json_may_nest_so_deep(int depth, int status) {
        String nested = "{\"x\":".repeat(depth) + "1" + "}".repeat(depth);

        assertThat(post("/journey/1/sign-up", "application/json", nested).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"100000,200", "1000000,400"})
    void a_string_may_be_so_long(int length, int status) {
        String text = "{\"x\":\"" + "x".repeat(length) + "\"}";

        assertThat(post("/journey/1/sign-up", "application/json", text).statusCode())
                .isEqualTo(status);
    }
}
