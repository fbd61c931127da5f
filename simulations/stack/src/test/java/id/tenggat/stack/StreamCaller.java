package id.tenggat.stack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Somebody who calls a stack in HTTP/2, all calls by one connection, and believes the certificate that it tells of. */
final class StreamCaller implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final int ONE_CONNECTION = 1;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClientAgent client;
    private final int port;

    /** @param asks by whom the stack is asked for its certificate */
    StreamCaller(StackServer stack, Caller asks) {
        port = stack.securePort().orElseThrow();
        String certificate = Caller.json(asks.get("/admin/tls")).getString("certificate");
        client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setSsl(true)
                        .setUseAlpn(true)
                        // A name of somebody else is called too.
                        .setVerifyHost(false)
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(certificate))),
                new PoolOptions().setHttp2MaxSize(ONE_CONNECTION));
    }

    /** An answer, read. */
    record Answered(int status, HttpVersion version, Buffer body) {}

    /** The first attempt of a step, whose body is still to be sent. */
    HttpClientRequest attempt(int applicant, String step) {
        HttpClientRequest request = request("/journey/" + applicant + "/" + step, "127.0.0.1");
        request.putHeader("Tenggat-Attempt", "0")
                .putHeader("Idempotency-Key", applicant + "-" + step)
                .putHeader("Content-Type", step.startsWith("stamp") ? "application/pdf" : "application/json");
        return request;
    }

    /** A request for a path by a host's name, whatever that is; it goes to the stack. */
    HttpClientRequest request(String path, String host) {
        return awaited(client.request(new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                .setHost(host)
                .setPort(port)
                .setMethod(path.startsWith("/journey") ? HttpMethod.POST : HttpMethod.GET)
                .setURI(path)));
    }

    /** The answer to a request that is whole with this body. */
    static Answered answer(HttpClientRequest request, byte[] body) {
        return awaited(answered(request.send(Buffer.buffer(body))));
    }

    /** The answer that a response becomes, read where it comes. */
    static Future<Answered> answered(Future<HttpClientResponse> coming) {
        return coming.compose(
                response -> response.body().map(body -> new Answered(response.statusCode(), response.version(), body)));
    }

    static <T> T awaited(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        awaited(vertx.close());
    }
}
