package id.tenggat.stack;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Map;

/**
 * What those see who look on from outside; each path takes GET.
 *
 * <pre>
 *   /metrics   /health/live   /health/ready   /   /live   /live.json
 * </pre>
 */
final class WatchRoutes {

    private final Readiness readiness;
    private final LiveView view;
    private final MetricsRoute metrics;
    private final LivePage page = new LivePage();

    WatchRoutes(Vertx vertx, StateGauges.Sources sources, Tallies tallies) {
        StateGauges.register(sources, tallies.metrics());
        readiness = new Readiness(sources);
        view = new LiveView(sources, tallies);
        metrics = new MetricsRoute(vertx, tallies.metrics(), sources.faults());
    }

    /** What each path is answered by. */
    Map<String, Handler<HttpServerRequest>> byPath() {
        return Map.of(
                "/metrics", metrics::handle,
                "/health/live", WatchRoutes::live,
                "/health/ready", this::ready,
                "/", page::handle,
                "/live", page::handle,
                "/live.json", this::json);
    }

    /** Whoever reads the answer sees that the event loop turns. */
    private static void live(HttpServerRequest request) {
        Replies.json(request.response(), new JsonObject().put("live", true));
    }

    private void ready(HttpServerRequest request) {
        List<String> obstacles = readiness.obstacles();
        request.response().setStatusCode(obstacles.isEmpty() ? 200 : 503);
        Replies.json(
                request.response(),
                new JsonObject().put("ready", obstacles.isEmpty()).put("obstacles", new JsonArray(obstacles)));
    }

    private void json(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Replies.json(request.response(), view.json());
    }
}
