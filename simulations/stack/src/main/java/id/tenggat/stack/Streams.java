package id.tenggat.stack;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far one connection in HTTP/2 has come with its requests, of which it may carry many at a time, each a stream. Times are
 * {@link System#nanoTime()}.
 */
final class Streams implements Doors.Guest {

    private final HttpConnection connection;
    private final HttpLimits limits;
    private int open;
    private long idleSince = System.nanoTime();
    /** Requests whose bodies have not come whole, and since when they come; the earliest first. */
    private final Map<HttpServerRequest, Long> receiving = new LinkedHashMap<>();

    Streams(HttpConnection connection, HttpLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /** A request's head has come. */
    void begins(HttpServerRequest request) {
        open++;
        receiving.put(request, System.nanoTime());
        request.end().onComplete(whole -> receiving.remove(request));
    }

    /** A request has its answer, or its client has left. */
    void ends(HttpServerRequest request) {
        open--;
        receiving.remove(request);
        idleSince = System.nanoTime();
    }

    @Override
    public boolean isLate(long now) {
        return open == 0
                ? now - idleSince > limits.idle().toNanos()
                : receiving.values().stream().anyMatch(since -> isSlow(since, now));
    }

    private boolean isSlow(long since, long now) {
        return now - since > limits.receiving().toNanos();
    }

    /** Whoever sends too slowly is told so; the other streams go on. */
    @Override
    public void cutOff() {
        if (open == 0) {
            var unused = connection.close();
            return;
        }
        long now = System.nanoTime();
        List<HttpServerRequest> slow = receiving.entrySet().stream()
                .filter(coming -> isSlow(coming.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
        for (HttpServerRequest request : slow) {
            receiving.remove(request);
            Replies.problem(request.response(), Problem.tooSlow(limits.receiving()));
            Doors.hangUp(request);
        }
    }
}
