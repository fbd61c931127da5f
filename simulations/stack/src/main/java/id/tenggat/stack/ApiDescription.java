package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /openapi.yaml}: what is served here, as OpenAPI 3.1. */
final class ApiDescription {

    static final String PATH = "/openapi.yaml";

    private static final String RESOURCE = "openapi.yaml";

    private final Buffer yaml = Buffer.buffer(bytes());

    void serve(HttpServerRequest request) {
        Replies.yaml(request.response(), yaml);
    }

    /**
     * The file.
     *
     * @throws UncheckedIOException if this program's jar is broken
     */
    static byte[] bytes() {
        try (InputStream in = ApiDescription.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
