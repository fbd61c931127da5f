package id.tenggat.stack;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All open connections: no more than a limit, and none of them for long without a request. */
final class Doors {

    /** Of HTTP/2 (RFC 9113, 7): the stream is not needed any more. */
    private static final long CANCEL = 0x8;

    private final int limit;
    private final HttpLimits limits;
    private final Map<HttpConnection, Guest> open = new LinkedHashMap<>();
    private long refused;

    /** Who has come in by a connection. */
    interface Guest {

        /** Whether it takes too long with what it must do, at this {@link System#nanoTime()}. */
        boolean isLate(long now);

        /** Ends what takes too long. */
        void cutOff();
    }

    /** Doors for so many connections. */
    Doors(int limit, HttpLimits limits) {
        this.limit = limit;
        this.limits = limits;
    }

    /** A client has connected: it is let in, or told that there is no room, and its connection closed. */
    void connected(HttpConnection connection) {
        if (open.size() >= limit) {
            refused++;
            turnAway(connection);
            return;
        }
        open.put(connection, guest(connection));
        channel(connection).closeFuture().addListener(closed -> open.remove(connection));
    }

    private Guest guest(HttpConnection connection) {
        if (isOfStreams(connection)) {
            return new Streams(connection, limits);
        }
        Receiving receiving = new Receiving(channel(connection), limits);
        channel(connection).pipeline().addBefore(RawReply.SERVER, Receiving.NAME, receiving);
        return receiving;
    }

    private void turnAway(HttpConnection connection) {
        if (isOfStreams(connection)) {
            var unused = connection.close();
        } else {
            RawReply.closing(channel(connection), Problem.tooManyConnections(limit));
        }
    }

    private static boolean isOfStreams(HttpConnection connection) {
        return connection.protocolVersion() == HttpVersion.HTTP_2;
    }

    /** Whether a request is but one stream of its connection. */
    static boolean isStream(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }

    /** A request begins. */
    void begins(HttpServerRequest request) {
        if (isStream(request) && open.get(request.connection()) instanceof Streams streams) {
            streams.begins(request);
        }
    }

    /** A request that began has its answer, or its client has left. */
    void ends(HttpServerRequest request) {
        if (isStream(request) && open.get(request.connection()) instanceof Streams streams) {
            streams.ends(request);
        }
    }

    /** Nothing more is read of a request, and nothing more answered: its stream ends, or else its connection. */
    static void hangUp(HttpServerRequest request) {
        if (isStream(request)) {
            var unused = request.response().reset(CANCEL);
        } else {
            var unused = request.connection().close();
        }
    }

    /** Whatever else comes on this request's connection is not looked at, unless others share that. */
    static void shut(HttpServerRequest request) {
        Receiving receiving = channel(request.connection()).pipeline().get(Receiving.class);
        if (receiving != null) {
            receiving.shut();
        }
    }

    private static Channel channel(HttpConnection connection) {
        return ((HttpServerConnection) connection).channelHandlerContext().channel();
    }

    /** Closes whoever takes too long. */
    void sweep() {
        long now = System.nanoTime();
        List<Guest> late =
                open.values().stream().filter(guest -> guest.isLate(now)).toList();
        late.forEach(Guest::cutOff);
    }

    int open() {
        return open.size();
    }

    int limit() {
        return limit;
    }

    /** Connections that found no room. */
    long refused() {
        return refused;
    }
}
