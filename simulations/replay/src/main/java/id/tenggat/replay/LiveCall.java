package id.tenggat.replay;

import io.gatling.core.session.Session;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.uri.Uri;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * One call under way, as Gatling's HTTP client tells of it: stamped when its last byte is read, or when it fails. It ends once,
 * whatever the client tells afterwards.
 */
final class LiveCall implements HttpListener {

    private final CallSender sender;
    private final Session session;
    private final Request request;
    private final Owner owner;

    private int writes;
    private boolean ended;
    private boolean isHttp2;
    private long sentMs;
    private HttpResponseStatus status = HttpResponseStatus.OK;
    private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;
    private ByteBuf body = Unpooled.EMPTY_BUFFER;

    /** Whose call it is. */
    interface Owner {

        /**
         * The call is about to be written.
         *
         * @throws RuntimeException if it may not be: it fails
         */
        void writes(Uri to);

        /**
         * It was answered. The answer's body can be read until this returns.
         *
         * @param doneNs when its last byte was read, on the axis of {@link System#nanoTime}
         * @param after the session with what the answer left in it
         */
        void answered(Answer answer, long doneNs, Session after);

        /**
         * It was not. May be told before the call's sending has returned.
         *
         * @param doneNs when that was known, on the axis of {@link System#nanoTime}
         * @param wasWritten whether the server may have seen it
         */
        void failed(long doneNs, boolean wasWritten);
    }

    LiveCall(CallSender sender, Session session, Request request, Owner owner) {
        this.sender = sender;
        this.session = session;
        this.request = request;
        this.owner = owner;
    }

    Session session() {
        return session;
    }

    Request request() {
        return request;
    }

    /** When it was handed to the client, in milliseconds of Gatling's clock. */
    long sentMs() {
        return sentMs;
    }

    @Override
    public void onSend() {
        if (sentMs == 0) {
            sentMs = sender.nowMs();
        }
    }

    @Override
    public void onFinalClientRequest(Request written) {}

    /**
     * Looks whether the call may be written.
     *
     * @throws IllegalStateException on the second time: the client writes a call again, and says so nowhere else, when a
     *     kept-alive connection ends before the answer; the server might do the work twice for what is recorded as one call
     */
    @Override
    public void onWrite(Channel channel) {
        if (++writes > 1) {
            throw new IllegalStateException("the connection ended before the answer; the call is not written twice");
        }
        owner.writes(request.getUri());
    }

    @Override
    public void onProtocolAwareness(boolean http2) {
        isHttp2 = http2;
    }

    @Override
    public void onHttpResponse(HttpResponseStatus answered, HttpHeaders told) {
        status = answered;
        headers = told;
    }

    @Override
    public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
        if (ended) {
            return;
        }
        if (chunk.isReadable()) {
            keep(chunk.retain());
        }
        if (last) {
            end(System.nanoTime());
        }
    }

    private void keep(ByteBuf chunk) {
        if (!body.isReadable()) {
            body = chunk;
        } else if (body instanceof CompositeByteBuf whole) {
            body = whole.addComponent(true, chunk);
        } else {
            body = Unpooled.compositeBuffer(Integer.MAX_VALUE).addComponents(true, body, chunk);
        }
    }

    private void end(long doneNs) {
        Session after;
        try {
            after = sender.answered(this, status.code(), headers);
        } catch (RuntimeException unreadable) {
            onThrowable(unreadable);
            return;
        }
        ended = true;
        try {
            owner.answered(new Answer(status, headers, body, isHttp2), doneNs, after);
        } finally {
            body.release();
        }
    }

    @Override
    public void onThrowable(Throwable thrown) {
        if (!ended) {
            ended = true;
            long doneNs = System.nanoTime();
            body.release();
            sender.failed(this, thrown);
            owner.failed(doneNs, writes > 0);
        }
    }
}
