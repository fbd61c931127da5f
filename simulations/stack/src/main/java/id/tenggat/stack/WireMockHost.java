package id.tenggat.stack;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import id.tenggat.scenario.Stack.ThirdParty;

import java.util.List;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

/** WireMock on a loopback port of its own, with one stub for each third party. */
final class WireMockHost implements AutoCloseable {

    static final String LOOPBACK = "127.0.0.1";

    /** They only finish answers whose delay is over. */
    private static final int ANSWERING_THREADS = 2;

    private static final int SERVING_THREADS = 16;

    private final WireMockServer server;

    private WireMockHost(WireMockServer server) {
        this.server = server;
    }

    static WireMockHost start(List<ThirdParty> thirdParties) {
        WireMockServer server = new WireMockServer(configuration());
        for (ThirdParty thirdParty : thirdParties) {
            server.stubFor(post(urlEqualTo(path(thirdParty)))
                    .willReturn(aResponse()
                            .withHeader("Content-Type", "application/json")
                            .withBody("{}")
                            .withTransformers(DrawnAnswer.NAME)));
        }
        server.start();
        return new WireMockHost(server);
    }

    static String path(ThirdParty thirdParty) {
        return "/" + thirdParty.name();
    }

    private static WireMockConfiguration configuration() {
        return WireMockConfiguration.wireMockConfig()
                .bindAddress(LOOPBACK)
                .dynamicPort()
                .containerThreads(SERVING_THREADS)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(ANSWERING_THREADS)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .notifier(new Slf4jNotifier(false))
                .extensions(new DrawnAnswer());
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
