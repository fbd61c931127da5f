package id.tenggat.stack;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which path takes what: the table that {@code openapi.yaml} describes. */
final class Router implements Handler<HttpServerRequest> {

    /** What serves one thing each. */
    record Routes(Played run, Played rehearsal, AdminRoutes admin, WatchRoutes watch, ApiDescription api) {}

    /** What is played, for its applicants and its third parties. */
    record Played(JourneyRoute journey, Callbacks callbacks) {

        RoomRoutes rooms() {
            return journey.rooms();
        }
    }

    /** Answers a request; the path's segments, the first of which is empty, hold what its template has in braces. */
    interface Answerer {
        void answer(Routes routes, HttpServerRequest request, String[] segments);
    }

    private static final List<Row> TABLE = Stream.of(
                    played("", Routes::run), played(RehearsalStage.BASE, Routes::rehearsal), conducted())
            .flatMap(List::stream)
            .toList();

    private static List<Row> played(String base, Function<Routes, Played> which) {
        int at = segments(base).size() + 1;
        return List.of(
                post(
                        base + "/journey/{applicant}/{step}",
                        (to, request, path) -> which.apply(to).journey().handle(request, path[at], path[at + 1])),
                post(
                        base + "/waiting-room/{token}",
                        (to, request, path) -> which.apply(to).rooms().look(request, path[at])),
                post(
                        base + "/waiting-room/{token}/leave",
                        (to, request, path) -> which.apply(to).rooms().leave(request, path[at])),
                post(
                        base + "/third-parties/{token}",
                        (to, request, path) -> which.apply(to).callbacks().handle(request, path[at])));
    }

    private static List<Row> conducted() {
        return List.of(
                post("/admin/begin", (to, request, path) -> to.admin().begin(request)),
                post("/admin/crowd", (to, request, path) -> to.admin().crowd(request)),
                post("/admin/end", (to, request, path) -> to.admin().end(request)),
                get("/admin/stations", (to, request) -> to.admin().stations(request)),
                get("/admin/audit", (to, request) -> to.admin().audit(request)),
                get("/admin/receipts", (to, request) -> to.admin().receipts(request)),
                get("/admin/tls", (to, request) -> to.admin().tls(request)),
                get("/health", (to, request) -> to.admin().health(request)),
                get("/health/live", (to, request) -> to.watch().live(request)),
                get("/health/ready", (to, request) -> to.watch().ready(request)),
                get("/metrics", (to, request) -> to.watch().metrics(request)),
                get("/", (to, request) -> to.watch().page(request)),
                get("/live", (to, request) -> to.watch().page(request)),
                get("/live.json", (to, request) -> to.watch().view(request)),
                get(ApiDescription.PATH, (to, request) -> to.api().serve(request)));
    }

    /**
     * A line of the table.
     *
     * @param segments of the path; one {in braces} stands for any
     */
    record Row(HttpMethod method, List<String> segments, Answerer answerer) {

        String template() {
            return String.join("/", segments);
        }

        private boolean isFixed() {
            return segments.stream().noneMatch(segment -> segment.startsWith("{"));
        }

        private boolean matches(String[] path) {
            boolean same = path.length == segments.size();
            for (int i = 0; same && i < path.length; i++) {
                same = segments.get(i).startsWith("{") || segments.get(i).equals(path[i]);
            }
            return same;
        }
    }

    private static Row get(String path, BiConsumer<Routes, HttpServerRequest> answerer) {
        return new Row(HttpMethod.GET, segments(path), (routes, request, segments) -> answerer.accept(routes, request));
    }

    private static Row post(String template, Answerer answerer) {
        return new Row(HttpMethod.POST, segments(template), answerer);
    }

    private static List<String> segments(String template) {
        return List.of(template.split("/", -1));
    }

    /** All that is served. */
    static List<Row> table() {
        return TABLE;
    }

    private final Map<String, Row> fixed =
            TABLE.stream().filter(Row::isFixed).collect(Collectors.toMap(Row::template, row -> row));
    private final List<Row> varying =
            TABLE.stream().filter(row -> !row.isFixed()).toList();
    private final Routes routes;
    private final Faults faults;

    Router(Routes routes, Faults faults) {
        this.routes = routes;
        this.faults = faults;
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
        Row row = fixed.get(path);
        for (int i = 0; row == null && i < varying.size(); i++) {
            row = varying.get(i).matches(segments) ? varying.get(i) : null;
        }
        if (row == null) {
            Replies.problem(request.response(), Problem.notFound("no such path: " + Steps.shown(path)));
        } else {
            call(request, row, segments);
        }
    }

    /** Where GET stands, HEAD may too: its answer has no body. */
    private void call(HttpServerRequest request, Row row, String[] segments) {
        HttpMethod method = row.method();
        boolean asksHead = request.method().equals(HttpMethod.HEAD) && method.equals(HttpMethod.GET);
        if (asksHead || request.method().equals(method)) {
            row.answerer().answer(routes, request, segments);
        } else {
            request.response().putHeader(HttpHeaders.ALLOW, method.equals(HttpMethod.GET) ? "GET, HEAD" : "POST");
            Replies.problem(request.response(), Problem.wrongMethod(method.name()));
        }
    }
}
