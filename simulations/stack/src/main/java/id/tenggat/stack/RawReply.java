package id.tenggat.stack;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.HttpResponseStatus;

import java.nio.charset.StandardCharsets;

/** Answers where there is no request to answer, past the server's own encoder, and closes. */
final class RawReply {

    /** The names that Vert.x gives its handlers of a connection. */
    static final String SERVER = "handler";

    private static final String ENCODER = "httpEncoder";

    private RawReply() {}

    /** Says why, as far as the client still listens, and closes. */
    static void closing(Channel channel, Problem problem) {
        HttpResponseStatus status = HttpResponseStatus.valueOf(problem.status());
        String body = Replies.json(problem, status.reasonPhrase()).encode();
        String text = "HTTP/1.1 " + status
                + "\r\ncontent-type: application/problem+json\r\nconnection: close\r\ncontent-length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
        channel.pipeline()
                .context(ENCODER)
                .writeAndFlush(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
