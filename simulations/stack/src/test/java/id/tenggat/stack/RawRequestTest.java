package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that two parties might read differently, and paths that might lead elsewhere. Behind each one a sound request
 * follows on the same connection: where that must not be trusted any more, it gets no answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawRequestTest {

    private static final String SOUND = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final String SMUGGLED = "POST /admin/end HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n";
    private static final String SIGN_UP = String.join(
            "\r\n",
            "POST /journey/1/sign-up HTTP/1.1",
            "Host: localhost",
            "Tenggat-Attempt: 0",
            "Content-Type: application/json",
            "");

    /** Other versions of HTTP are none of ours: the server library answers, without a word. */
    private static final int OF_THE_LIBRARY = 501;

    private static final Contract CONTRACT = new Contract();

    private StackServer stack;
    private Caller caller;

    @BeforeAll
    void start() throws PortUnavailableException, LedgerException {
        stack = StackServer.start(Scenarios.roomy(), StackOptions.onPort(0));
        caller = new Caller(stack);
        caller.begin();
    }

    @AfterAll
    void nothing_was_changed_and_nothing_broke() {
        assertThat(caller.measured("entered")).isZero();
        assertThat(Caller.text(caller.get("/admin/receipts"))).isEqualTo("step,number,applicant\n");
        assertThat(caller.health().getInteger("faults")).isZero();
        assertThat(caller.health().getInteger("keptBodiesBytes")).isZero();
        stack.close();
    }

    /** What is sent before the sound request, and the statuses of all answers. */
    private record Row(String name, String bytes, List<Integer> statuses) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name, String bytes, Integer... statuses) {
        return new Row(name, bytes, List.of(statuses));
    }

    static Stream<Row> framing() {
        return Stream.of(
                row("two lengths", SIGN_UP + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n{ }" + SMUGGLED, 400),
                row("the same length twice", SIGN_UP + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", 400),
                row("a list of lengths", SIGN_UP + "Content-Length: 2, 2\r\n\r\n{}", 400),
                row("a signed length", SIGN_UP + "Content-Length: +2\r\n\r\n{}", 400),
                row("a length below zero", SIGN_UP + "Content-Length: -2\r\n\r\n{}", 400),
                row("a length in hex", SIGN_UP + "Content-Length: 0x2\r\n\r\n{}", 400),
                row("a length beyond 64 bits", SIGN_UP + "Content-Length: 99999999999999999999\r\n\r\n{}", 400),
                row(
                        "length and chunks",
                        SIGN_UP + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
                        400),
                row(
                        "chunks and length",
                        SIGN_UP + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + SMUGGLED,
                        400),
                row("chunks twice", SIGN_UP + coded("chunked\r\nTransfer-Encoding: chunked"), 400),
                row("chunks, then compressed", SIGN_UP + coded("chunked, gzip"), 400),
                row("compressed, then chunks", SIGN_UP + coded("gzip, chunked"), 400),
                row("compressed without chunks", SIGN_UP + coded("gzip"), 400),
                row("an unknown coding", SIGN_UP + coded("xchunked"), 400),
                row("a coding behind a tab", SIGN_UP + coded("\u000bchunked"), 400),
                row("a blank before the colon", SIGN_UP + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400),
                row("chunks in HTTP/1.0", SIGN_UP.replace("1.1", "1.0") + coded("chunked"), 400),
                row("a chunk of no number", SIGN_UP + chunks("zz\r\n{}\r\n0\r\n\r\n"), 400),
                row("a chunk below zero", SIGN_UP + chunks("-2\r\n{}\r\n0\r\n\r\n"), 400),
                row("a chunk beyond 64 bits", SIGN_UP + chunks("fffffffffffffffff\r\n{}\r\n0\r\n\r\n"), 400),
                row("a chunk that is longer", SIGN_UP + chunks("1\r\n{}\r\n0\r\n\r\n"), 400),
                row("a chunk's long extension", SIGN_UP + chunks("2;" + "x".repeat(9000) + "\r\n{}\r\n"), 400));
    }

    private static String coded(String coding) {
        return "Transfer-Encoding: " + coding + "\r\n\r\n0\r\n\r\n" + SMUGGLED;
    }

    private static String chunks(String chunks) {
        return "Transfer-Encoding: chunked\r\n\r\n" + chunks;
    }

    static Stream<Row> heads() {
        return Stream.of(
                row("lines ended by LF alone", "GET /health HTTP/1.1\nHost: localhost\n\n", 400),
                row("a CR alone in a header", get("/health", "X: a\rContent-Length: 5"), 400),
                row(
                        "a CR alone in the first line is a blank",
                        "GET /health\r HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        200,
                        200),
                row("a NUL in a header", get("/health", "X: a\0b"), 400),
                row("a NUL in a header's name", get("/health", "X\0: a"), 400),
                row("a header without a name", get("/health", ": a"), 400),
                row("a header without a colon", get("/health", "X"), 400),
                row("a header's name in brackets", get("/health", "(X): a"), 400),
                row("a first header that is folded", "GET /health HTTP/1.1\r\n X: a\r\nHost: localhost\r\n\r\n", 400),
                row("a header folded over two lines is one", get("/health", "X: a\r\n b"), 200, 200),
                row("a long first line", get("/" + "x".repeat(5000)), 414),
                row("a long method", "X".repeat(5000) + " /health HTTP/1.1\r\nHost: localhost\r\n\r\n", 414),
                row("a long header", get("/health", "X: " + "x".repeat(9000)), 431),
                row("many headers", get("/health", "X: y\r\n".repeat(70) + "X: y"), 431),
                row("no host", "GET /health HTTP/1.1\r\n\r\n", 400),
                row("two hosts", get("/health", "Host: localhost"), 400),
                row("an attempt twice", SIGN_UP + "Tenggat-Attempt: 1\r\nContent-Length: 0\r\n\r\n", 400),
                row("HTTP/0.9", "GET /health\r\n\r\n", 400),
                row("HTTP/1.0 without a host", "GET /health HTTP/1.0\r\n\r\n", 200),
                row("HTTP/1.2", "GET /health HTTP/1.2\r\nHost: localhost\r\n\r\n", 501),
                row("HTTP/2.0's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 501),
                row("an upgrade to HTTP/2", get("/health", "Connection: Upgrade\r\nUpgrade: h2c"), 200, 200),
                row(
                        "an upgrade to a web socket",
                        get("/health", "Connection: Upgrade\r\nUpgrade: websocket"),
                        200,
                        200),
                row("an unknown expectation", get("/health", "Expect: magic"), 417),
                row("a body with GET", get("/health", "Content-Length: 5") + "hello", 200, 200),
                row("three at once", get("/health") + get("/health") + get("/health"), 200, 200, 200, 200));
    }

    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + Stream.of(headers).map(header -> header + "\r\n").reduce("", String::concat) + "\r\n";
    }

    private static String post(String path, String... headers) {
        return get(path, headers).replaceFirst("GET", "POST");
    }

    static Stream<Row> targets() {
        return Stream.of(
                row("another's URL", get("http://evil.example/health"), 400),
                row("this machine's URL", get("http://localhost/health"), 400),
                row("a host to connect to", "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
                row("all", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
                row("no slash", get("health"), 400),
                row("dots", post("/journey/../admin/end"), 404, 200),
                row("encoded dots", post("/journey/%2e%2e/admin/end"), 404, 200),
                row("encoded slashes", post("/admin%2fend"), 404, 200),
                row("an encoded NUL", post("/admin/end%00"), 404, 200),
                row("a NUL", post("/admin/end\0"), 404, 200),
                row("two slashes", post("//admin/end"), 404, 200),
                row("a dot", post("/./admin/end"), 404, 200),
                row("a slash at the end", post("/admin/end/"), 404, 200),
                row("a parameter", post("/admin/end;x=1"), 404, 200),
                row("capitals", post("/ADMIN/END"), 404, 200),
                row("a backslash", post("\\admin\\end"), 400),
                row("a query", get("/health?x=1"), 200, 200));
    }

    static Stream<Row> pages() {
        return Stream.of(
                row("another host", "POST /admin/end HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
                row(
                        "a host that begins like ours",
                        "POST /admin/end HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n\r\n",
                        403),
                row("a host behind a user", "POST /admin/end HTTP/1.1\r\nHost: x@127.0.0.1\r\n\r\n", 403),
                row("an empty host", "POST /admin/end HTTP/1.1\r\nHost:\r\n\r\n", 403),
                row("another's page", post("/admin/end", "Origin: https://evil.example"), 403),
                row("a page of nobody", post("/admin/end", "Origin: null"), 403),
                row("a page that begins like ours", post("/admin/crowd", "Origin: http://localhost.evil.example"), 403),
                row("a page of this machine", get("/health", "Origin: http://localhost:3000"), 200, 200),
                row("this machine in IPv6", "GET /health HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", 200, 200));
    }

    @ParameterizedTest
    @MethodSource({"framing", "heads", "targets", "pages"})
    void each_is_refused_or_handled_as_what_it_is(Row row) throws IOException {
        RawExchange exchange = RawExchange.with(stack.port(), row.bytes() + SOUND);

        assertThat(exchange.statuses()).as(exchange.text()).isEqualTo(row.statuses());
        if (row.statuses().get(0) != OF_THE_LIBRARY) {
            assertThat(CONTRACT.faults(exchange.first(row.bytes()))).isEmpty();
        }
        assertThat(caller.get("/health").statusCode()).isEqualTo(200);
    }

    /** Closing a connection on a client that still sends resets it, and takes the answer with it. */
    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: localhost\r\nExpect: magic", "(X): a"})
    void a_refusal_reaches_a_client_that_sends_on(String header) throws IOException {
        String head = "POST /journey/1/sign-up HTTP/1.1\r\n" + header + "\r\nContent-Length: 4000000\r\n\r\n";

        assertThat(RawExchange.with(stack.port(), head + " ".repeat(4_000_000)).statuses())
                .hasSize(1);
    }

    @Test
    void a_client_that_asks_first_is_told_to_go_on() throws IOException {
        RawExchange exchange = RawExchange.with(
                stack.port(),
                "POST /journey/1/fly HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n{}"
                        + SOUND);

        assertThat(exchange.statuses()).isEqualTo(List.of(100, 404, 200));
    }

    @Test
    void head_is_get_without_a_body() throws IOException {
        RawExchange exchange =
                RawExchange.with(stack.port(), "HEAD /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(exchange.text())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\n")
                .doesNotContain("{");
    }

    static Stream<Row> methods() {
        return Stream.of(
                row("OPTIONS /health", "allow: GET, HEAD", 405, 200),
                row("TRACE /health", "allow: GET, HEAD", 405, 200),
                row("get /health", "allow: GET, HEAD", 405, 200),
                row("HEAD /admin/end", "allow: POST", 405, 200),
                row("OPTIONS /journey/1/pay", "allow: POST", 405, 200),
                row("PUT /admin/end", "allow: POST", 405, 200));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_method_that_a_path_does_not_take_is_told_which_one_it_does(Row row) throws IOException {
        RawExchange exchange = RawExchange.with(
                stack.port(), row.name() + " HTTP/1.1\r\nHost: localhost\r\nSecret: mirrored\r\n\r\n" + SOUND);

        assertThat(exchange.statuses()).isEqualTo(row.statuses());
        assertThat(exchange.text()).contains(row.bytes()).doesNotContain("mirrored");
    }
}
