package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /}: the page that shows a {@link LiveView} in a browser. It names no other host, and may ask none. */
final class LivePage {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
            + "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Buffer html = Buffer.buffer(read());

    private static byte[] read() {
        try (InputStream page = Objects.requireNonNull(LivePage.class.getResourceAsStream("live.html"))) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("live.html is broken in the JAR", e);
        }
    }

    void handle(HttpServerRequest request) {
        request.response().putHeader("Content-Security-Policy", POLICY);
        Replies.text(request.response(), "text/html; charset=utf-8", html);
    }
}
