package id.tenggat.replay;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A JVM's main that connects by Netty to a target and to somebody else, and says what became of it, line by line. */
final class Connector {

    static final String ARMED = "armed";
    static final String LATE = "late";

    private Connector() {}

    /** Takes {@link #ARMED} or {@link #LATE}, the target and somebody else. */
    public static void main(String[] args) {
        WarningLog.install();
        if (args[0].equals(ARMED)) {
            PermittedConnections.arm();
        }
        System.out.println("before: " + connecting(args[2]));
        PermittedConnections.arm();
        try {
            PermittedConnections.limitTo(Loopback.permission(args[1]), Optional.empty());
        } catch (IllegalStateException unguarded) {
            System.out.println("limit: " + unguarded.getMessage());
            return;
        }
        System.out.println("target: " + connecting(args[1]));
        System.out.println("elsewhere: " + connecting(args[2]));
    }

    private static String connecting(String url) {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            ChannelFuture connected = new Bootstrap()
                    .group(loop)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInboundHandlerAdapter())
                    .connect(URI.create(url).getHost(), URI.create(url).getPort())
                    .awaitUninterruptibly();
            return connected.isSuccess() ? "connected" : String.valueOf(connected.cause());
        } finally {
            loop.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS).awaitUninterruptibly();
        }
    }
}
