package id.tenggat.stack;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.ThirdParty;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/** WireMock on a loopback port of its own, with stubs for each third party: to call it, and to ask what became of an order. */
final class WireMockHost implements AutoCloseable {

    static final String LOOPBACK = "127.0.0.1";

    /** They only finish answers whose delay is over. */
    private static final int ANSWERING_THREADS = 2;

    private static final int SERVING_THREADS = 16;

    /** How long a connection may be idle; far above {@link HttpLine#KEPT_SECONDS}, so that it is the caller who closes it. */
    static final long IDLE_MS = 30_000;

    /** An answer that dribbles in holds a thread for as long. */
    private static final int DRIBBLING_THREADS_MAX = 1_000;

    private final WireMockServer server;
    private final Webhooks webhooks;

    private WireMockHost(WireMockServer server, Webhooks webhooks) {
        this.server = server;
        this.webhooks = webhooks;
    }

    static WireMockHost start(Stack stack) {
        Webhooks webhooks = new Webhooks();
        DrawnAnswer answer = new DrawnAnswer(new PolledOrders(), webhooks);
        WireMockServer server = new WireMockServer(configuration(answeringThreads(stack), answer));
        for (ThirdParty thirdParty : stack.thirdParties()) {
            server.stubFor(post(urlEqualTo(path(thirdParty))).willReturn(drawn()));
            server.stubFor(get(urlPathMatching(path(thirdParty) + "/[0-9]+")).willReturn(drawn()));
        }
        server.start();
        return new WireMockHost(server, webhooks);
    }

    private static ResponseDefinitionBuilder drawn() {
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody("{}")
                .withTransformers(DrawnAnswer.NAME);
    }

    /** One for each worker who may wait for an answer that dribbles in. */
    private static int answeringThreads(Stack stack) {
        long dribbling = stack.stations().stream()
                .filter(station -> station.thirdParties().stream()
                        .anyMatch(party -> dribbles(stack.thirdParties().get(party))))
                .mapToLong(Stack.Station::workers)
                .sum();
        return ANSWERING_THREADS + (int) Math.min(DRIBBLING_THREADS_MAX, dribbling);
    }

    private static boolean dribbles(ThirdParty thirdParty) {
        return thirdParty.faults().slowChunks().share() > 0 && thirdParty.answering() != Answering.WEBHOOK;
    }

    static String path(ThirdParty thirdParty) {
        return "/" + thirdParty.name();
    }

    private static WireMockConfiguration configuration(int answeringThreads, DrawnAnswer answer) {
        return WireMockConfiguration.wireMockConfig()
                .bindAddress(LOOPBACK)
                .dynamicPort()
                .containerThreads(SERVING_THREADS)
                .jettyIdleTimeout(IDLE_MS)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(answeringThreads)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .notifier(new Slf4jNotifier(false))
                .extensions(answer);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        webhooks.close();
        server.stop();
    }
}
