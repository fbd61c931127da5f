package id.tenggat.target;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.TooLongHttpContentException;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.resolver.NoopAddressResolverGroup;

import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for a token: one GET over a connection of its own, to an address that is given. No name is resolved, no redirect
 * followed, and no setting of this JVM leads it through a proxy.
 */
final class TokenClient {

    private static final int MAX_BYTES = 4096;

    private final SSLContext tls;
    private final Duration patience;

    TokenClient(SSLContext tls, Duration patience) {
        this.tls = tls;
        this.patience = patience;
    }

    /**
     * Who is asked, and by which way.
     *
     * @param address to connect to
     * @param byProxy true if a proxy is there, which goes on to the target
     */
    record Way(Target target, InetSocketAddress address, boolean byProxy) {

        String url() {
            return target + Authorisation.PATH;
        }

        /** For people. */
        String where() {
            String at = address.getAddress().getHostAddress() + (byProxy ? " (the proxy)" : "");
            return Host.isAddress(target.host()) && !byProxy ? url() : url() + " at " + at;
        }
    }

    /**
     * What is served where a token should be.
     *
     * @throws UnansweredException if nothing is
     * @throws TargetException if what comes can't be one
     */
    TokenAnswer ask(Way way) throws UnansweredException {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            CompletableFuture<TokenAnswer> answer = new CompletableFuture<>();
            connect(loop, way, answer);
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(way, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new UnansweredException(way.where() + " does not answer within " + patience.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnansweredException("interrupted while asking " + way.where());
        } finally {
            var unused = loop.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
        }
    }

    private static UnansweredException failed(Way way, Throwable cause) {
        for (Throwable c = cause; c != null; c = c.getCause()) {
            if (c instanceof TooLongHttpContentException) {
                throw new TargetException(way.where() + " is longer than " + MAX_BYTES + " bytes, so it is no token");
            } else if (c instanceof SSLException) {
                throw new TargetException(way.where() + " can't be trusted: " + c.getMessage()
                        + "; its certificate must be of that name and of an authority that is trusted here");
            }
        }
        return new UnansweredException(way.where() + " does not answer (" + cause.getMessage() + ")");
    }

    private void connect(EventLoopGroup loop, Way way, CompletableFuture<TokenAnswer> answer) {
        boolean tunnelled = way.byProxy() && way.target().isSecure();
        InetSocketAddress first = tunnelled
                ? InetSocketAddress.createUnresolved(
                        way.target().host(), way.target().port())
                : way.address();
        var unused = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(patience.toMillis()))
                .resolver(NoopAddressResolverGroup.INSTANCE)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tunnelled) {
                            channel.pipeline().addLast(new HttpProxyHandler(way.address()));
                        }
                        converse(channel, way, answer);
                    }
                })
                .connect(first)
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        answer.completeExceptionally(connected.cause());
                    }
                });
    }

    private void converse(Channel channel, Way way, CompletableFuture<TokenAnswer> answer) {
        if (way.target().isSecure()) {
            channel.pipeline().addLast(new SslHandler(engine(way.target())));
        }
        channel.pipeline()
                .addLast(new HttpClientCodec(), new HttpObjectAggregator(MAX_BYTES), new TokenExchange(way, answer));
    }

    private SSLEngine engine(Target target) {
        String name = target.plainHost();
        SSLEngine engine = tls.createSSLEngine(name, target.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!Host.isAddress(target.host())) {
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }
}
