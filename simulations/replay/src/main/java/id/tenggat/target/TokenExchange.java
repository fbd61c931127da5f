package id.tenggat.target;

import id.tenggat.target.TokenClient.Way;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** The one request and the one answer of a connection. */
final class TokenExchange extends SimpleChannelInboundHandler<FullHttpResponse> {

    private final Way way;
    private final CompletableFuture<TokenAnswer> answer;

    TokenExchange(Way way, CompletableFuture<TokenAnswer> answer) {
        this.way = way;
        this.answer = answer;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        boolean named = way.byProxy() && !way.target().isSecure();
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.GET, named ? way.url() : Authorisation.PATH);
        request.headers()
                .set(HttpHeaderNames.HOST, way.target().authority())
                .set(HttpHeaderNames.USER_AGENT, "tenggat")
                .set(HttpHeaderNames.ACCEPT, HttpHeaderValues.APPLICATION_JSON)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        var unused = context.writeAndFlush(request);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
        if (response.decoderResult().isFailure()) {
            answer.completeExceptionally(response.decoderResult().cause());
        } else {
            answer.complete(new TokenAnswer(
                    response.status().code(),
                    response.headers().get(HttpHeaderNames.LOCATION, ""),
                    response.content().toString(StandardCharsets.UTF_8)));
        }
        var unused = context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        answer.completeExceptionally(new IOException("the connection ended before the answer"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        answer.completeExceptionally(cause);
        var unused = context.close();
    }
}
