package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Wire;
import id.tenggat.scenario.Wire.Connections;
import id.tenggat.scenario.Wire.Protocol;
import id.tenggat.stack.StreamCaller.Answered;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import org.junit.jupiter.api.Test;

import javax.net.ssl.SSLHandshakeException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The stack over TLS in HTTP/2, where many requests share a connection. */
class Http2Test {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofHours(1);
    private static final byte[] NOTHING = {};

    private static Scenario spoken(Scenario scenario) {
        return Scenarios.speaking(new Wire(Protocol.HTTP_2, Connections.POOLED), scenario);
    }

    private static StackServer start(Scenario scenario, HttpLimits limits)
            throws PortUnavailableException, LedgerException {
        return StackServer.start(spoken(scenario), StackOptions.onPort(0).withHttp(limits));
    }

    private static StackServer start(Scenario scenario) throws PortUnavailableException, LedgerException {
        return start(scenario, HttpLimits.USUAL);
    }

    private static Scenario held(Duration service, Abandon abandon, Overload overload, int queueLimit) {
        return Scenarios.of(
                List.of(Scenarios.with(
                        Scenarios.station("portal", 1, queueLimit, Scenarios.fixed(service.toMillis())),
                        Discipline.FIFO,
                        abandon,
                        overload)),
                List.of(),
                List.of());
    }

    @Test
    void a_whole_journey_is_served() throws Exception {
        try (StackServer stack = start(Scenarios.roomy());
                StreamCaller caller = new StreamCaller(stack, new Caller(stack))) {
            for (String step : List.of("sign-up", "pay", "stamp-1", "stamp-2", "submit")) {
                byte[] body = step.startsWith("stamp") ? Caller.LETTER : NOTHING;
                Answered answered = StreamCaller.answer(caller.attempt(7, step), body);
                assertThat(answered.status()).as(step + ": " + answered.body()).isEqualTo(200);
                assertThat(answered.version()).isEqualTo(HttpVersion.HTTP_2);
            }
            assertThat(new Caller(stack).audit().getInteger("submitted")).isEqualTo(1);
        }
    }

    @Test
    void whoever_does_not_know_its_certificate_does_not_believe_it() throws Exception {
        try (StackServer stack = start(Scenarios.roomy())) {
            URI there = URI.create("https://127.0.0.1:" + stack.securePort().orElseThrow() + "/health");
            HttpURLConnection stranger = (HttpURLConnection) there.toURL().openConnection();
            assertThatThrownBy(stranger::getResponseCode).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void nothing_listens_over_tls_where_clients_speak_http_1() throws Exception {
        try (StackServer stack = StackServer.start(Scenarios.roomy(), StackOptions.onPort(0))) {
            assertThat(stack.securePort()).isEmpty();
            assertThat(new Caller(stack).get("/admin/tls").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_client_that_leaves_leaves_the_queue_and_the_connection_to_others() throws Exception {
        try (StackServer stack = start(held(LONG, Abandon.NOTICED, Overload.REJECT, 10));
                StreamCaller caller = new StreamCaller(stack, new Caller(stack))) {
            Caller asks = new Caller(stack);
            HttpClientRequest served = caller.attempt(1, "sign-up");
            Future<HttpClientResponse> first = served.send();
            Caller.await("the worker is busy", () -> asks.atFirstStation("busy") == 1);
            HttpClientRequest leaver = caller.attempt(2, "sign-up");
            Future<HttpClientResponse> second = leaver.send();
            Caller.await("the second waits", () -> asks.atFirstStation("waiting") == 1);

            StreamCaller.awaited(leaver.reset());

            Caller.await("nobody waits", () -> asks.atFirstStation("waiting") == 0);
            Caller.await("the client knows", second::failed);
            assertThat(first.isComplete()).isFalse();
            assertThat(asks.atFirstStation("busy")).isEqualTo(1);
        }
    }

    @Test
    void a_full_silent_station_says_nothing_and_others_are_served_beside() throws Exception {
        try (StackServer stack = start(held(Duration.ofMillis(500), Abandon.UNNOTICED, Overload.SILENT, 0));
                StreamCaller caller = new StreamCaller(stack, new Caller(stack))) {
            Caller asks = new Caller(stack);
            asks.begin();
            Future<Answered> first =
                    StreamCaller.answered(caller.attempt(1, "sign-up").send());
            Caller.await("the worker is busy", () -> asks.atFirstStation("busy") == 1);
            Future<HttpClientResponse> ignored = caller.attempt(2, "sign-up").send();

            assertThat(StreamCaller.awaited(first).status()).isEqualTo(200);
            assertThat(ignored.isComplete()).isFalse();
        }
    }

    @Test
    void a_body_that_trickles_is_cut_off_and_others_go_on() throws Exception {
        try (StackServer stack = start(
                        held(Duration.ofMillis(1500), Abandon.UNNOTICED, Overload.REJECT, 10),
                        new HttpLimits(0, LONG, SHORT));
                StreamCaller caller = new StreamCaller(stack, new Caller(stack))) {
            Future<Answered> waits =
                    StreamCaller.answered(caller.attempt(1, "sign-up").send());
            HttpClientRequest slow = caller.attempt(2, "sign-up").setChunked(true);
            Future<HttpClientResponse> told = slow.response();
            StreamCaller.awaited(slow.write("{\"x\":"));

            assertThat(StreamCaller.awaited(told).statusCode()).isEqualTo(408);
            assertThat(StreamCaller.awaited(waits).status()).isEqualTo(200);
        }
    }

    @Test
    void a_connection_without_requests_is_closed() throws Exception {
        try (StackServer stack = start(Scenarios.roomy(), new HttpLimits(0, SHORT, LONG));
                StreamCaller caller = new StreamCaller(stack, new Caller(stack))) {
            HttpClientRequest request = caller.attempt(1, "sign-up");
            assertThat(StreamCaller.answer(request, NOTHING).status()).isEqualTo(200);
            Future<Void> closed = Future.future(promise -> request.connection().closeHandler(promise::complete));
            StreamCaller.awaited(closed);
        }
    }

    @Test
    void beyond_the_limit_connections_are_closed() throws Exception {
        try (StackServer stack = start(Scenarios.roomy(), new HttpLimits(2, LONG, LONG))) {
            Caller asks = new Caller(stack);
            try (StreamCaller inside = new StreamCaller(stack, asks);
                    StreamCaller outside = new StreamCaller(stack, asks)) {
                assertThat(StreamCaller.answer(inside.attempt(1, "sign-up"), NOTHING)
                                .status())
                        .isEqualTo(200);
                assertThatThrownBy(() -> StreamCaller.answer(outside.attempt(2, "sign-up"), NOTHING))
                        .hasMessageFindingMatch("closed|GOAWAY");
                assertThat(asks.health().getInteger("connectionsRefused")).isPositive();
                assertThat(StreamCaller.answer(inside.attempt(3, "sign-up"), NOTHING)
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void a_foreign_host_is_refused_and_others_go_on() throws Exception {
        try (StackServer stack = start(Scenarios.roomy());
                StreamCaller caller = new StreamCaller(stack, new Caller(stack))) {
            Answered refused = StreamCaller.answer(caller.request("/health", "rebound.example"), NOTHING);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().toJsonObject().getString("reason")).isEqualTo("foreign-host");
            assertThat(StreamCaller.answer(caller.request("/health", "localhost"), NOTHING)
                            .status())
                    .isEqualTo(200);
        }
    }
}
