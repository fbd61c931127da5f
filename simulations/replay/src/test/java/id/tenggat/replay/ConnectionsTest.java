package id.tenggat.replay;

import id.tenggat.replay.PlannedSimulation.Line;
import id.tenggat.scenario.Wire;
import id.tenggat.scenario.Wire.Connections;
import id.tenggat.scenario.Wire.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the server sees of the connections of its clients. */
class ConnectionsTest {

    private static final Wire POOLED = new Wire(Protocol.HTTP_1_1, Connections.POOLED);
    private static final Wire PER_REQUEST = new Wire(Protocol.HTTP_1_1, Connections.PER_REQUEST);
    private static final Wire HTTP_2 = new Wire(Protocol.HTTP_2, Connections.PER_APPLICANT);

    private final List<Reply> replies = new CopyOnWriteArrayList<>();
    private Trust trust = Trust.OF_RUNTIME;

    @TempDir
    private Path folder = Path.of("");

    /** Users who come 15 ms apart and make these calls. */
    private void play(Wire wire, int users, List<Call> calls) {
        long[] dueNs = LongStream.range(0, users)
                .map(i -> MILLISECONDS.toNanos(15) * i)
                .toArray();
        new GatlingEngine(new StopOrder(), new Vitals(), trust)
                .play(new GatlingRun(
                        "wire",
                        () -> new PlannedSimulation(
                                new PlannedArrivals(dueNs),
                                (index, ns) ->
                                        new ScriptedUser(calls, ns, 0, exchange -> replies.add(exchange.reply())),
                                Duration.ofSeconds(20),
                                new Line(
                                        Loopback.permission(calls.get(0).url()),
                                        protocol -> Wiring.over(wire, protocol))),
                        folder,
                        Charts.NONE));
    }

    private void assertAnswered(int calls) {
        assertThat(replies).hasSize(calls).hasOnlyElementsOfType(Answer.class);
    }

    @Test
    void eachApplicantKeepsAConnection() throws IOException {
        try (LoopbackServer server = new LoopbackServer()) {
            play(Wire.ORDINARY, 5, Collections.nCopies(3, ScriptedUser.call(server.url("/status/200"))));
            assertAnswered(15);
            assertThat(server.opened()).isEqualTo(5);
        }
    }

    @Test
    void pooledConnectionsOutliveTheirApplicants() throws IOException {
        try (LoopbackServer server = new LoopbackServer()) {
            play(POOLED, 100, List.of(ScriptedUser.call(server.url("/status/200"))));
            assertAnswered(100);
            assertThat(server.opened()).isLessThan(100);
        }
    }

    @Test
    void aConnectionPerRequestIsClosedAfterItsAnswer() throws IOException {
        try (LoopbackServer server = new LoopbackServer()) {
            play(PER_REQUEST, 2, Collections.nCopies(3, ScriptedUser.call(server.url("/status/200"))));
            assertAnswered(6);
            assertThat(server.opened()).isEqualTo(6);
            assertThat(server.seen())
                    .allSatisfy(seen -> assertThat(seen.head()).containsIgnoringCase("connection: close"));
        }
    }

    @Test
    void aServerThatClosesAfterItsAnswerFailsNobody() throws IOException {
        try (LoopbackServer server = new LoopbackServer()) {
            play(Wire.ORDINARY, 2, Collections.nCopies(3, ScriptedUser.call(server.url("/closing"))));
            assertAnswered(6);
            assertThat(server.opened()).isEqualTo(6);
        }
    }

    /** The stream ends, and the connection goes on: the call that follows takes the same. */
    @Test
    void inHttp2ATimeoutResetsTheStreamAndKeepsTheConnection() throws Exception {
        try (Http2Server server = new Http2Server(folder, "h2", "http/1.1")) {
            trust = server.trust();
            Call silent = ScriptedUser.call(server.url("/silent")).within(MILLISECONDS.toNanos(300));
            play(
                    HTTP_2,
                    1,
                    List.of(ScriptedUser.call(server.url("/first")), silent, ScriptedUser.call(server.url("/last"))));
            assertThat(server.paths()).containsExactly("/first", "/silent", "/last");
            assertThat(replies.get(0)).isInstanceOf(Answer.class);
            assertThat(replies.get(1)).isEqualTo(new Reply.TimedOut());
            assertThat(replies.get(2)).isInstanceOf(Answer.class);
            assertThat(server.reset().await(10, SECONDS)).isTrue();
            assertThat(server.opened()).isEqualTo(1);
        }
    }

    @Test
    void inHttp2AllMayShareConnections() throws Exception {
        try (Http2Server server = new Http2Server(folder, "h2")) {
            trust = server.trust();
            Call call = ScriptedUser.call(server.url("/shared"));
            play(new Wire(Protocol.HTTP_2, Connections.POOLED), 100, Collections.nCopies(2, call));
            assertAnswered(200);
            assertThat(server.opened()).isLessThan(100);
        }
    }

    @Test
    void aServerThatSpeaksNoHttp2EndsTheRun() throws IOException, GeneralSecurityException, InterruptedException {
        try (Http2Server server = new Http2Server(folder, "http/1.1")) {
            trust = server.trust();
            assertThatThrownBy(() -> play(HTTP_2, 1, List.of(ScriptedUser.call(server.url("/plain")))))
                    .isInstanceOf(GatlingCrash.class)
                    .hasMessageContaining("the server answers in HTTP/1.1");
        }
    }
}
