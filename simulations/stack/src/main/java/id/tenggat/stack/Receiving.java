package id.tenggat.stack;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * How far one connection has come with its request. Times are {@link System#nanoTime()}.
 *
 * <pre>
 *   connected ─ idle ─► head ─ receiving ─► body's end ─ as long as it takes ─► answer ─ idle ─► …
 * </pre>
 */
final class Receiving extends ChannelDuplexHandler {

    static final String NAME = "receiving";

    private static final int FIRST_FINAL_STATUS = 200;

    private final Channel channel;
    private final HttpLimits limits;
    private long since = System.nanoTime();
    private int unanswered;
    private boolean bodyComes;
    private boolean shut;

    Receiving(Channel channel, HttpLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (shut) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest) {
            unanswered++;
            bodyComes = true;
            since = System.nanoTime();
        }
        if (message instanceof LastHttpContent) {
            bodyComes = false;
            since = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim =
                message instanceof HttpResponse response && response.status().code() < FIRST_FINAL_STATUS;
        if (message instanceof LastHttpContent && !interim) {
            unanswered--;
            since = System.nanoTime();
        }
        var unused = context.write(message, promise);
    }

    /** Nothing that comes from now on is passed on. */
    void shut() {
        shut = true;
    }

    /** Behind a request that waits for its answer nothing more is read, so nobody is late. */
    boolean isLate(long now) {
        if (bodyComes) {
            return unanswered <= 1 && now - since > limits.receiving().toNanos();
        }
        return unanswered == 0 && now - since > limits.idle().toNanos();
    }

    /** With an answer, if one can still be given: before a head nobody waits for one, after an answer nobody does. */
    void close() {
        if (bodyComes && unanswered == 1) {
            RawReply.closing(channel, Problem.tooSlow(limits.receiving()));
        } else {
            var unused = channel.close();
        }
    }
}
