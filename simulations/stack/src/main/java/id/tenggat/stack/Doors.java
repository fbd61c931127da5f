package id.tenggat.stack;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All open connections: no more than a limit, and none of them for long without a request. */
final class Doors {

    private final int limit;
    private final HttpLimits limits;
    private final Set<Receiving> open = new LinkedHashSet<>();
    private long refused;

    /** Doors for so many connections. */
    Doors(int limit, HttpLimits limits) {
        this.limit = limit;
        this.limits = limits;
    }

    /** A client has connected: it is let in, or told that there is no room, and its connection closed. */
    void connected(HttpConnection connection) {
        Channel channel = channel(connection);
        if (open.size() >= limit) {
            refused++;
            RawReply.closing(channel, Problem.tooManyConnections(limit));
            return;
        }
        Receiving receiving = new Receiving(channel, limits);
        channel.pipeline().addBefore(RawReply.SERVER, Receiving.NAME, receiving);
        open.add(receiving);
        channel.closeFuture().addListener(closed -> open.remove(receiving));
    }

    /** Whatever else comes on this connection is not looked at. */
    static void shut(HttpConnection connection) {
        Receiving receiving = channel(connection).pipeline().get(Receiving.class);
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
        List<Receiving> late =
                open.stream().filter(receiving -> receiving.isLate(now)).toList();
        late.forEach(Receiving::cutOff);
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
