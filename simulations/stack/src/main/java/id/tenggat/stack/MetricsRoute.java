package id.tenggat.stack;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code GET /metrics}: Prometheus' text format, or OpenMetrics for who accepts it. */
final class MetricsRoute {

    private final ExpositionFormats formats = ExpositionFormats.init();
    private final PrometheusRegistry registry;
    private int lastBytes = 1 << 14;

    MetricsRoute(Metrics metrics) {
        this.registry = metrics.registry();
    }

    void handle(HttpServerRequest request) {
        ExpositionFormatWriter format = formats.findWriter(request.getHeader(HttpHeaders.ACCEPT));
        ByteArrayOutputStream text = new ByteArrayOutputStream(lastBytes + (lastBytes >> 2));
        try {
            format.write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused a byte", e);
        }
        lastBytes = text.size();
        Replies.text(request.response(), format.getContentType(), Buffer.buffer(text.toByteArray()));
    }
}
