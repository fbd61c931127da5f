package id.tenggat.replay;

import id.tenggat.target.Permission;
import id.tenggat.target.TargetException;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets Netty connect to the target of a {@link DeadlineSimulation} alone, whatever its chains ask for: a request with a
 * signature of its own goes past the protocol's, and so do web sockets and resources. Netty makes it, and has one place for such
 * things: hence static state, which the JVM of a simulation sets once.
 */
public final class PermittedConnections extends ChannelInitializerExtension {

    private static final AtomicReference<@Nullable Door> DOOR = new AtomicReference<>();

    /** Where connections may lead, and by whose leave. */
    private record Door(Permission permission, Set<SocketAddress> addresses) {

        /**
         * Refuses what leads elsewhere, and with it the run.
         *
         * @throws TargetException if it does
         */
        void require(SocketAddress remote) {
            if (!addresses.contains(remote) && remote instanceof InetSocketAddress elsewhere) {
                permission.admit("tcp", elsewhere.getHostString(), elsewhere.getPort(), System.nanoTime());
            }
        }
    }

    /** Has Netty ask here about each connection. It reads this once: before the first that it opens in this JVM. */
    static void arm() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /**
     * From now on.
     *
     * @param own a server of ours on loopback that may be hit besides
     * @throws IllegalStateException if Netty does not ask here
     */
    static void limitTo(Permission permission, Optional<InetSocketAddress> own) {
        Set<SocketAddress> addresses = addresses(permission);
        own.ifPresent(addresses::add);
        DOOR.set(new Door(permission, Set.copyOf(addresses)));
        requireAsked();
    }

    private static void requireAsked() {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
        try {
            Channel probe = new Bootstrap()
                    .group(loop)
                    .channel(LocalChannel.class)
                    .handler(new ChannelInboundHandlerAdapter())
                    .register()
                    .syncUninterruptibly()
                    .channel();
            if (probe.pipeline().get(Gate.class) == null) {
                throw new IllegalStateException("nothing would keep a simulation's chains from hitting others than its"
                        + " target, for Netty was used in this JVM before the simulation was made: start the JVM with -D"
                        + EXTENSIONS_SYSTEM_PROPERTY + "=serviceload");
            }
        } finally {
            var unused = loop.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
        }
    }

    private static Set<SocketAddress> addresses(Permission permission) {
        Set<SocketAddress> addresses = new HashSet<>();
        List<String> named =
                permission.addresses().values().stream().flatMap(List::stream).toList();
        int port = permission.target().port();
        named.forEach(address -> addresses.add(at(address, port)));
        addresses.add(at(permission.pinnedOrigin().getHost(), port));
        return addresses;
    }

    private static SocketAddress at(String address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address + " is an address", e);
        }
    }

    @Override
    public void postInitializeClientChannel(Channel channel) {
        Door door = DOOR.get();
        if (door != null) {
            channel.pipeline().addFirst(new Gate(door));
        }
    }

    private static final class Gate extends ChannelOutboundHandlerAdapter {

        private final Door door;

        Gate(Door door) {
            this.door = door;
        }

        @Override
        public void connect(
                ChannelHandlerContext context, SocketAddress remote, SocketAddress local, ChannelPromise connected) {
            try {
                door.require(remote);
                var unused = context.connect(remote, local, connected);
            } catch (TargetException elsewhere) {
                connected.setFailure(elsewhere);
            }
        }
    }
}
