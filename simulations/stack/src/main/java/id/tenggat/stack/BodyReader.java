package id.tenggat.stack;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import java.util.function.Consumer;

/**
 * Reads one request's body. A refused one is answered at once and read on without being kept, so that the client sees the
 * answer instead of a broken connection; one that goes on for too long after that is cut off.
 */
final class BodyReader {

    /** How many times its limit a refused body may go on. */
    private static final int PATIENCE = 4;

    private final HttpServerRequest request;
    private final PostedBody body;
    private final BodyForm form;
    private final BodyCheck check;
    private final long patienceBytes;
    private long receivedBytes;
    private boolean refused;

    private BodyReader(HttpServerRequest request, PostedBody body, Terms terms) {
        this.request = request;
        this.body = body;
        this.form = terms.form();
        this.check = terms.form().check();
        this.patienceBytes = (long) PATIENCE * terms.limitBytes();
    }

    /** What a body must be, what becomes of it, and how large it may be. */
    record Terms(BodyForm form, PostedBody.Fate fate, int limitBytes, BodyBudget budget) {}

    /** Hands on the whole body, unless it is refused or its client leaves before its end. */
    static void read(HttpServerRequest request, Terms terms, Consumer<PostedBody> whole) {
        PostedBody body = new PostedBody(terms.fate(), terms.limitBytes(), terms.budget());
        BodyReader reader = new BodyReader(request, body, terms);
        request.handler(reader::take);
        request.exceptionHandler(reader::breaks);
        request.endHandler(end -> {
            if (reader.isSound()) {
                request.exceptionHandler(null);
                reader.handOn(whole);
            }
        });
    }

    /** Its client has left, or its chunks are none: then it is told so. */
    private void breaks(Throwable cause) {
        body.release();
        if (cause instanceof DecoderException || cause instanceof IllegalArgumentException) {
            Doors.shut(request);
            Replies.problem(request.response(), Problem.malformed("the body's chunks are malformed"));
        }
    }

    private boolean isSound() {
        if (!refused) {
            attempt(check::end);
        }
        return !refused;
    }

    private interface Taking {
        void run() throws RefusedBodyException;
    }

    private void attempt(Taking taking) {
        try {
            taking.run();
        } catch (RefusedBodyException e) {
            refused = true;
            body.release();
            Replies.problem(request.response(), e.problem());
        }
    }

    /** Whatever breaks, the client gets an answer; the event loop counts the fault. */
    private void handOn(Consumer<PostedBody> whole) {
        try {
            whole.accept(body);
        } catch (RuntimeException | OutOfMemoryError e) {
            Replies.problem(request.response(), Problem.ourFault());
            throw e;
        }
    }

    /** In HTTP/2 a frame of nothing may end a body, and is no part of it. */
    private void take(Buffer chunk) {
        if (chunk.length() == 0) {
            return;
        }
        receivedBytes += chunk.length();
        if (refused) {
            if (receivedBytes > patienceBytes) {
                Doors.hangUp(request);
            }
            return;
        }
        attempt(() -> {
            if (receivedBytes == chunk.length()) {
                form.require(request.getHeader(HttpHeaders.CONTENT_TYPE));
            }
            check.take(chunk);
            body.take(chunk);
        });
    }
}
