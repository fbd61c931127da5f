package id.tenggat.stack;

import id.tenggat.scenario.Stack;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import java.util.Map;

/** The connections to third parties on one port of 127.0.0.1. */
final class HttpLine {

    /** Connections kept at most; below the usual limit of descriptors with room for the clients. */
    private static final int CONNECTIONS_MAX = 8_000;

    /**
     * How long a connection is kept that nobody uses; far below {@link WireMockHost#IDLE_MS}, which is Jetty's usual 30 s too, so
     * that no call sets out on a connection that the far side has just closed.
     */
    static final int KEPT_SECONDS = 5;

    private final Stack stack;
    private final int port;
    private final HttpClient client;

    /** What came back, wholly. */
    record Reply(int status, Buffer body) {}

    HttpLine(Vertx vertx, Stack stack, int port) {
        this.stack = stack;
        this.port = port;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setTcpNoDelay(true).setKeepAliveTimeout(KEPT_SECONDS))
                .with(new PoolOptions().setHttp1MaxSize(connections(stack)))
                // What breaks a connection breaks the call on it too, which tells it; nobody needs to log it.
                .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
                .build();
    }

    /** One for each worker that may call, so that no call waits for a connection. */
    private static int connections(Stack stack) {
        long workers = stack.stations().stream()
                .filter(station -> !station.thirdParties().isEmpty())
                .mapToLong(Stack.Station::workers)
                .sum();
        return (int) Math.max(1, Math.min(CONNECTIONS_MAX, workers));
    }

    /** Makes a call. */
    Future<Reply> post(OpenCall call, Map<String, String> headers, Buffer body) {
        return send(options(call, HttpMethod.POST, ""), request -> {
            headers.forEach(request::putHeader);
            return request.send(body);
        });
    }

    /** Asks what became of an order. */
    Future<Reply> get(OpenCall call, String order) {
        return send(options(call, HttpMethod.GET, "/" + order), HttpClientRequest::send);
    }

    private RequestOptions options(OpenCall call, HttpMethod method, String rest) {
        String path = WireMockHost.path(stack.thirdParties().get(call.thirdParty()));
        return new RequestOptions()
                .setMethod(method)
                .setHost(WireMockHost.LOOPBACK)
                .setPort(port)
                .setURI(path + rest)
                .setIdleTimeout(Math.max(1, (call.patienceNs() - call.elapsedNs()) / 1_000_000));
    }

    private interface Sending {
        Future<HttpClientResponse> of(HttpClientRequest request);
    }

    private Future<Reply> send(RequestOptions options, Sending sending) {
        return client.request(options).compose(sending::of).compose(response -> response.body()
                .map(body -> new Reply(response.statusCode(), body)));
    }
}
