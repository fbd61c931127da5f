package id.tenggat.stack;

import id.tenggat.scenario.Stack;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import java.util.List;

/**
 * Third parties over HTTP. The far side is asked to wait a little less than was drawn, and the rest is waited here, so that
 * the way there and back is inside the drawn delay and the delay is exact to less than a millisecond.
 */
final class HttpThirdParties implements ThirdParties {

    /** What the way there and back may take without a call being late; twice what it takes on a busy machine. */
    private static final long WAY_NS = 3_000_000;

    /** Connections kept at most; below the usual limit of descriptors with room for the clients. */
    private static final int CONNECTIONS_MAX = 8_000;

    /** How much longer than drawn an answer may take before the far side counts as broken. */
    private static final long BROKEN_AFTER_MS = 60_000;

    /** What it works with. */
    record Tools(Vertx vertx, EngineTime time, Fidelity fidelity, Faults faults) {}

    private final Tools tools;
    private final HttpClient client;
    private final List<RequestOptions> requests;

    HttpThirdParties(Stack stack, int port, Tools tools) {
        this.tools = tools;
        this.client = tools.vertx()
                .createHttpClient(
                        new HttpClientOptions().setTcpNoDelay(true),
                        new PoolOptions().setHttp1MaxSize(connections(stack)));
        this.requests = stack.thirdParties().stream()
                .map(thirdParty -> new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(WireMockHost.LOOPBACK)
                        .setPort(port)
                        .setURI(WireMockHost.path(thirdParty)))
                .toList();
    }

    /** One for each worker that may call, so that no call waits for a connection. */
    private static int connections(Stack stack) {
        long workers = stack.stations().stream()
                .filter(station -> !station.thirdParties().isEmpty())
                .mapToLong(Stack.Station::workers)
                .sum();
        return (int) Math.max(1, Math.min(CONNECTIONS_MAX, workers));
    }

    @Override
    public void call(Call call, Caller caller) {
        long sentNs = System.nanoTime();
        send(call).onComplete(response -> {
            boolean well = response.succeeded() && response.result().statusCode() < 400;
            if (response.failed()) {
                tools.faults().happened("third party", response.cause());
            }
            waitForRest(call.delayNs() - (System.nanoTime() - sentNs), () -> caller.answered(well));
        });
    }

    private Future<HttpClientResponse> send(Call call) {
        long delayMs = Math.max(0, call.delayNs() - WAY_NS) / 1_000_000;
        RequestOptions options =
                new RequestOptions(requests.get(call.thirdParty())).setIdleTimeout(delayMs + BROKEN_AFTER_MS);
        return client.request(options).compose(request -> {
            request.putHeader(DrawnAnswer.DELAY_MS_HEADER, Long.toString(Math.min(delayMs, Integer.MAX_VALUE)));
            if (call.fails()) {
                request.putHeader(DrawnAnswer.FAILS_HEADER, "1");
            }
            return request.send();
        });
    }

    private void waitForRest(long restNs, Runnable answered) {
        if (restNs > 0) {
            tools.time().after(restNs, answered);
        } else {
            tools.fidelity().calls().late(-restNs);
            answered.run();
        }
    }
}
