package id.tenggat.replay;

import id.tenggat.target.Certified;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import static java.util.concurrent.TimeUnit.SECONDS;

/** A server over TLS, in HTTP/2 or in HTTP/1.1 alone: answers every request with 200 but those to {@code /silent}. */
final class Http2Server implements AutoCloseable {

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();

    private final CountDownLatch reset = new CountDownLatch(1);
    private final Channel channel;
    private final Trust trust;

    /** @param protocols of ALPN */
    Http2Server(Path folder, String... protocols) throws IOException, GeneralSecurityException, InterruptedException {
        Certified certified = Certified.of("dns:localhost,ip:127.0.0.1", folder);
        trust = new Trust(List.of(certified.certificate()), Optional.empty());
        SslContext tls = SslContextBuilder.forServer(certified.managers())
                .sslProvider(SslProvider.JDK)
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        protocols))
                .build();
        channel = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(initializer(connection -> {
                    opened.incrementAndGet();
                    connection.pipeline().addLast(tls.newHandler(connection.alloc()), new Negotiation());
                }))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    String url(String path) {
        return "https://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort() + path;
    }

    /** In its certificate. */
    Trust trust() {
        return trust;
    }

    /** Of all requests. */
    List<String> paths() {
        return paths;
    }

    int opened() {
        return opened.get();
    }

    /** Opens when a client has reset a stream. */
    CountDownLatch reset() {
        return reset;
    }

    @Override
    public void close() {
        var closed = channel.close().syncUninterruptibly();
        var over = loops.shutdownGracefully(0, 1, SECONDS).awaitUninterruptibly();
        if (!closed.isSuccess() || !over.isSuccess()) {
            throw new IllegalStateException("the server did not end");
        }
    }

    private static ChannelInitializer<Channel> initializer(Consumer<Channel> init) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel connection) {
                init.accept(connection);
            }
        };
    }

    private final class Negotiation extends ApplicationProtocolNegotiationHandler {

        Negotiation() {
            super(ApplicationProtocolNames.HTTP_1_1);
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext context, String protocol) {
            if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                context.pipeline()
                        .addLast(
                                Http2FrameCodecBuilder.forServer().build(),
                                new Http2MultiplexHandler(
                                        initializer(stream -> stream.pipeline().addLast(new Streamed()))));
            } else {
                context.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 16), new Plain());
            }
        }
    }

    private final class Streamed extends ChannelInboundHandlerAdapter {

        private String path = "";

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) {
            boolean last = false;
            if (frame instanceof Http2HeadersFrame headers) {
                path = headers.headers().path().toString();
                last = headers.isEndStream();
            } else if (frame instanceof Http2DataFrame data) {
                last = data.isEndStream();
            }
            ReferenceCountUtil.release(frame);
            if (last) {
                paths.add(path);
                answer(context);
            }
        }

        private void answer(ChannelHandlerContext context) {
            if (!path.equals("/silent")) {
                var unused = context.writeAndFlush(
                        new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("200"), true));
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof Http2ResetFrame) {
                reset.countDown();
            }
            ReferenceCountUtil.release(event);
        }
    }

    private static final class Plain extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object request) {
            ReferenceCountUtil.release(request);
            var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
            var unused = context.writeAndFlush(answer);
        }
    }
}
