package id.tenggat.stack;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * {@code GET /metrics}: Prometheus' text format, or OpenMetrics for who accepts it. The numbers are read on the event loop, where
 * they belong together; they become text on another thread, since that takes as long again, a tenth of a millisecond or more.
 */
final class MetricsRoute {

    private final ExpositionFormats formats = ExpositionFormats.init();
    private final Vertx vertx;
    private final PrometheusRegistry registry;
    private final Faults faults;

    MetricsRoute(Vertx vertx, Metrics metrics, Faults faults) {
        this.vertx = vertx;
        this.registry = metrics.registry();
        this.faults = faults;
    }

    void handle(HttpServerRequest request) {
        ExpositionFormatWriter format = formats.findWriter(request.getHeader(HttpHeaders.ACCEPT));
        MetricSnapshots read = registry.scrape();
        vertx.executeBlocking(() -> text(format, read), false).onComplete((text, failure) -> {
            if (failure == null) {
                Replies.text(request.response(), format.getContentType(), text);
            } else {
                faults.happened("metrics", failure);
                Replies.problem(request.response(), Problem.ourFault());
            }
        });
    }

    private static Buffer text(ExpositionFormatWriter format, MetricSnapshots read) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 15);
        format.write(text, read);
        return Buffer.buffer(text.toByteArray());
    }
}
