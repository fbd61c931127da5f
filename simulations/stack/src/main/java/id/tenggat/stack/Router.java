package id.tenggat.stack;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import java.util.Map;

/**
 * Which path takes what.
 *
 * <pre>
 *   POST /journey/{applicant}/{step}   POST /warm-up/{step}
 *   POST /waiting-room/{token}         POST /waiting-room/{token}/leave
 *   POST /admin/begin  /admin/crowd  /admin/end
 *   GET  /admin/stations  /admin/audit  /admin/receipts  /health, and what {@link WatchRoutes} lists
 *   POST /third-parties/{token}
 * </pre>
 */
final class Router implements Handler<HttpServerRequest> {

    private record Fixed(HttpMethod method, Handler<HttpServerRequest> handler) {}

    private final JourneyRoute journey;
    private final WarmUpRoute warmUp;
    private final Callbacks callbacks;
    private final RoomRoutes rooms;
    private final Map<String, Fixed> fixed;
    private final Map<String, Handler<HttpServerRequest>> watched;
    private final Faults faults;

    /** What serves one thing each. */
    record Routes(
            JourneyRoute journey, WarmUpRoute warmUp, Callbacks callbacks, AdminRoutes admin, WatchRoutes watch) {}

    Router(Routes routes, Faults faults) {
        this.journey = routes.journey();
        this.warmUp = routes.warmUp();
        this.watched = routes.watch().byPath();
        this.callbacks = routes.callbacks();
        this.rooms = journey.rooms();
        this.faults = faults;
        AdminRoutes admin = routes.admin();
        this.fixed = Map.of(
                "/admin/begin", new Fixed(HttpMethod.POST, admin::begin),
                "/admin/crowd", new Fixed(HttpMethod.POST, admin::crowd),
                "/admin/end", new Fixed(HttpMethod.POST, admin::end),
                "/admin/stations", new Fixed(HttpMethod.GET, admin::stations),
                "/admin/audit", new Fixed(HttpMethod.GET, admin::audit),
                "/admin/receipts", new Fixed(HttpMethod.GET, admin::receipts),
                "/health", new Fixed(HttpMethod.GET, admin::health));
    }

    @Override
    public void handle(HttpServerRequest request) {
        try {
            route(request, String.valueOf(request.path()));
        } catch (RuntimeException e) {
            faults.happened("request", e);
            Replies.problem(request.response(), Problem.ourFault());
        }
    }

    private void route(HttpServerRequest request, String path) {
        String[] segments = path.split("/", -1);
        Fixed route = fixed.get(path);
        Handler<HttpServerRequest> watch = watched.get(path);
        if (route != null) {
            call(request, route);
        } else if (watch != null) {
            call(request, new Fixed(HttpMethod.GET, watch));
        } else if (segments.length == 4 && segments[1].equals("journey")) {
            call(request, new Fixed(HttpMethod.POST, r -> journey.handle(r, segments[2], segments[3])));
        } else if (segments.length == 3 && segments[1].equals("warm-up")) {
            call(request, new Fixed(HttpMethod.POST, r -> warmUp.handle(r, segments[2])));
        } else if (segments.length == 3 && segments[1].equals("third-parties")) {
            call(request, new Fixed(HttpMethod.POST, r -> callbacks.handle(r, segments[2])));
        } else if (segments.length == 3 && segments[1].equals("waiting-room")) {
            call(request, new Fixed(HttpMethod.POST, r -> rooms.look(r, segments[2])));
        } else if (segments.length == 4 && segments[1].equals("waiting-room") && segments[3].equals("leave")) {
            call(request, new Fixed(HttpMethod.POST, r -> rooms.leave(r, segments[2])));
        } else {
            Replies.problem(request.response(), Problem.notFound("no such path: " + Steps.shown(path)));
        }
    }

    private static void call(HttpServerRequest request, Fixed route) {
        if (request.method().equals(route.method())) {
            route.handler().handle(request);
        } else {
            request.response().putHeader(HttpHeaders.ALLOW, route.method().name());
            Replies.problem(
                    request.response(), Problem.wrongMethod(route.method().name()));
        }
    }
}
