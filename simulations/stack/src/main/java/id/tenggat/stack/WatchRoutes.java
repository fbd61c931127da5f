package id.tenggat.stack;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;

/** What those see who look on from outside: metrics, health, and the live page. */
final class WatchRoutes {

    private final Readiness readiness;
    private final LiveView view;
    private final MetricsRoute metrics;
    private final LivePage page = new LivePage();

    WatchRoutes(Vertx vertx, StateGauges.Sources sources, Readiness readiness, Tallies tallies) {
        StateGauges.register(sources, tallies.metrics());
        this.readiness = readiness;
        view = new LiveView(sources, tallies);
        metrics = new MetricsRoute(vertx, tallies.metrics(), sources.faults());
    }

    void metrics(HttpServerRequest request) {
        metrics.handle(request);
    }

    void page(HttpServerRequest request) {
        page.handle(request);
    }

    /** Whoever reads the answer sees that the event loop turns. */
    void live(HttpServerRequest request) {
        Replies.json(request.response(), new JsonObject().put("live", true));
    }

    void ready(HttpServerRequest request) {
        List<String> obstacles = readiness.obstacles();
        request.response().setStatusCode(obstacles.isEmpty() ? 200 : 503);
        Replies.json(
                request.response(),
                new JsonObject().put("ready", obstacles.isEmpty()).put("obstacles", new JsonArray(obstacles)));
    }

    void view(HttpServerRequest request) {
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Replies.json(request.response(), view.json());
    }
}
