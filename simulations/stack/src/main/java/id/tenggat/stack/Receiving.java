package id.tenggat.stack;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * How far one connection has come with its request. Times are {@link System#nanoTime()}.
 *
 * <pre>
 *   connected ─ idle ─► head ─ receiving ─► body's end ─ as long as it takes ─► answer ─ idle ─► …
 * </pre>
 */
final class Receiving extends ChannelDuplexHandler implements Doors.Guest {

    static final String NAME = "receiving";

    private static final int FIRST_FINAL_STATUS = 200;
    private static final long LINGERING_NS = 2_000_000_000L;

    private final Channel channel;
    private final HttpLimits limits;
    private long since = System.nanoTime();
    private int unanswered;
    private boolean bodyComes;
    private boolean shut;
    private @Nullable Runnable closing;

    Receiving(Channel channel, HttpLimits limits) {
        this.channel = channel;
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (shut) {
            drop(message);
            return;
        }
        if (message instanceof HttpRequest) {
            unanswered++;
            bodyComes = true;
            since = System.nanoTime();
        }
        if (message instanceof LastHttpContent end && end.decoderResult().isSuccess()) {
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

    /** Nothing that comes from now on is passed on, and whoever closes this connection lingers. */
    void shut() {
        shut = true;
    }

    private void drop(Object message) {
        bodyComes &= !(message instanceof LastHttpContent);
        ReferenceCountUtil.release(message);
        if (!bodyComes && closing != null) {
            closing.run();
        }
    }

    /**
     * A connection that is closed while its client still sends is reset, and the answer lost with it. So where a request was
     * refused, only this end is closed at first, and what comes is read and dropped: to the body's end, or for a short time.
     */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (!shut || !bodyComes || closing != null) {
            var unused = context.close(promise);
            return;
        }
        since = System.nanoTime();
        closing = () -> {
            var unused = context.close(promise);
        };
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> {
            var unused = ((DuplexChannel) channel).shutdownOutput();
        });
    }

    /** Behind a request that waits for its answer nothing more is read, so nobody is late. */
    @Override
    public boolean isLate(long now) {
        if (closing != null) {
            return now - since > LINGERING_NS;
        } else if (bodyComes) {
            return unanswered <= 1 && now - since > limits.receiving().toNanos();
        }
        return unanswered == 0 && now - since > limits.idle().toNanos();
    }

    /** With an answer, if one can still be given: before a head nobody waits for one, after an answer nobody does. */
    @Override
    public void cutOff() {
        if (closing != null) {
            closing.run();
        } else if (bodyComes && unanswered == 1) {
            RawReply.closing(channel, Problem.tooSlow(limits.receiving()));
        } else {
            var unused = channel.close();
        }
    }
}
