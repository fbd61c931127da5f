package id.tenggat.replay;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/** What the user hears after each call, against what the server did. */
final class FateTest {
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    private final List<Exchange> heard = new CopyOnWriteArrayList<>();
    private final GatlingEngine engine = new GatlingEngine();
    private LoopbackServer server;

    @TempDir
    private Path results;

    @BeforeEach
    void serve() throws IOException {
        server = new LoopbackServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 301, 304, 400, 401, 409, 429, 500, 503, 599})
    void anAnswerIsHeardWithItsStatusWhateverItIs(int status) {
        play(server.url("/status/" + status));

        assertThat(fates()).singleElement().isInstanceOfSatisfying(Answer.class, answer -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("retry-after")).contains("7");
        });
    }

    /** Of the answers to a call, read while settling. */
    private List<String> bodies(String path) {
        List<String> bodies = new CopyOnWriteArrayList<>();
        play(
                List.of(ScriptedUser.call(server.url(path))),
                exchange -> bodies.add(
                        new String(((Answer) exchange.reply()).body(), java.nio.charset.StandardCharsets.UTF_8)));
        return bodies;
    }

    @Test
    void theBodyOfAnAnswerCanBeReadWhileSettling() {
        assertThat(bodies("/status/200")).containsExactly("answered 200");
    }

    @Test
    void theBodyOfAnAnswerInPiecesIsWhole() {
        assertThat(bodies("/pieces")).containsExactly("one two three");
    }

    @Test
    void aCookieIsSentBack() {
        play(server.url("/cookie"), server.url("/status/200"));

        assertThat(server.seen().get(0).head()).doesNotContainIgnoringCase("cookie:");
        assertThat(server.seen().get(1).head()).containsIgnoringCase("cookie: SID=4711\r\n");
    }

    @Test
    void aHeaderOfACallReplacesWhatTheClientWouldSend() {
        Map<String, String> headers = Map.of("accept", "text/plain", "HOST", "elsewhere.example");
        play(List.of(Call.post("call", server.url("/status/200"), headers, new byte[0])), heard::add);

        assertThat(server.seen()).singleElement().satisfies(seen -> assertThat(seen.head())
                .containsIgnoringCase("accept: text/plain\r\n")
                .containsIgnoringCase("host: elsewhere.example\r\n")
                .doesNotContain("*/*")
                .doesNotContain("127.0.0.1"));
    }

    @Test
    void whereNoRequestCanBeMadeNothingIsReachedAndTheUserGoesOn() {
        play(server.url("/status/200"), "nowhere at all", server.url("/status/201"));

        assertThat(fates()).hasSize(3).element(1).isEqualTo(new Reply.Refused());
        assertThat(server.seen()).extracting(LoopbackServer.Seen::path).containsExactly("/status/200", "/status/201");
    }

    @Test
    void theServerSeesHeadersAndBodyOfTheCall() {
        play(server.url("/status/200"));

        assertThat(server.seen()).singleElement().satisfies(seen -> {
            assertThat(seen.head()).startsWith("POST /status/200 ").containsIgnoringCase("x-applicant: 4711");
            assertThat(seen.body()).isEqualTo("payload");
        });
    }

    @Test
    void aCallWithoutAnswerTimesOutAndItsConnectionIsClosed() throws InterruptedException {
        play(server.url("/silent"));

        assertThat(heard).singleElement().satisfies(exchange -> {
            assertThat(exchange.reply()).isEqualTo(new Reply.TimedOut());
            assertThat(exchange.doneNs() - exchange.sentNs()).isGreaterThanOrEqualTo(TIMEOUT.toNanos());
        });
        assertThat(server.closedByClient().await(10, SECONDS)).isTrue();
    }

    @Test
    void aCallIsGivenUpAfterItsOwnTimeout() {
        long ownNs = MILLISECONDS.toNanos(90) + 1;
        play(List.of(ScriptedUser.call(server.url("/silent")).within(ownNs)), heard::add);

        assertThat(heard).singleElement().satisfies(exchange -> {
            assertThat(exchange.reply()).isEqualTo(new Reply.TimedOut());
            assertThat(exchange.doneNs() - exchange.sentNs()).isBetween(ownNs, TIMEOUT.toNanos() - 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void theServerSeesTheMethodAndNoBodyWhereThereIsNone(String method) {
        String url = server.url("/status/200");
        play(List.of(new Call("call", method, url, Map.of(), new byte[0], OptionalLong.empty())), heard::add);

        assertThat(server.seen()).singleElement().satisfies(seen -> {
            assertThat(seen.head()).startsWith(method + " /status/200 ");
            assertThat(seen.body()).isEmpty();
        });
        assertThat(fates()).singleElement().isInstanceOf(Answer.class);
    }

    @Test
    void aClosedPortRefuses() {
        play("http://127.0.0.1:" + LoopbackServer.unusedPort() + "/");

        assertThat(fates()).containsExactly(new Reply.Refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reset", "/hangup", "/half"})
    void aConnectionThatEndsBeforeTheAnswerBreaksTheCall(String path) {
        play(server.url(path));

        assertThat(fates()).containsExactly(new Reply.Broken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reset", "/hangup"})
    void aCallBrokenOnAKeptConnectionIsNotSentAgainBehindOurBack(String path) {
        play(server.url("/status/200"), server.url(path), server.url("/status/201"));

        assertThat(server.seen())
                .extracting(LoopbackServer.Seen::path)
                .containsExactly("/status/200", path, "/status/201");
        assertThat(fates().get(1)).isEqualTo(new Reply.Broken());
        assertThat(fates().get(2)).isInstanceOf(Answer.class);
    }

    @Test
    void theUserGoesOnAfterEveryFate() {
        play(
                server.url("/silent"),
                server.url("/reset"),
                server.url("/half"),
                server.url("/status/503"),
                server.url("/status/200"));

        assertThat(fates().subList(0, 3)).containsExactly(new Reply.TimedOut(), new Reply.Broken(), new Reply.Broken());
        assertThat(fates().subList(3, 5))
                .extracting(fate -> ((Answer) fate).status())
                .containsExactly(503, 200);
    }

    @Test
    void noCallIsSentBeforeItIsDue() {
        List<Call> calls = Collections.nCopies(100, ScriptedUser.call(server.url("/status/200")));
        play(calls, heard::add);

        assertThat(heard).hasSize(100).allSatisfy(exchange -> {
            assertThat(exchange.slipNs()).isNotNegative();
            assertThat(exchange.latencyNs()).isGreaterThan(exchange.slipNs());
        });
    }

    private List<Reply> fates() {
        return heard.stream().map(Exchange::reply).toList();
    }

    private void play(String... urls) {
        play(
                IntStream.range(0, urls.length)
                        .mapToObj(i -> ScriptedUser.call(urls[i]))
                        .toList(),
                heard::add);
    }

    private void play(List<Call> calls, java.util.function.Consumer<Exchange> hearing) {
        long pauseNs = MILLISECONDS.toNanos(3) + 141_592;
        var outcome = engine.play(new GatlingRun(
                "fates",
                () -> new PlannedSimulation(
                        new PlannedArrivals(new long[] {pauseNs}),
                        (index, dueNs) -> new ScriptedUser(calls, dueNs, pauseNs, hearing),
                        TIMEOUT,
                        Loopback.permission(calls.get(0).url())),
                Objects.requireNonNull(results),
                Charts.NONE));
        assertThat(outcome).isEqualTo(new GatlingOutcome.Played());
    }
}
