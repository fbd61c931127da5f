package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;
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
    private final long patienceBytes;
    private long receivedBytes;
    private boolean refused;

    private BodyReader(HttpServerRequest request, PostedBody body, int limitBytes) {
        this.request = request;
        this.body = body;
        this.patienceBytes = (long) PATIENCE * limitBytes;
    }

    /** What becomes of a body, and how large it may be. */
    record Terms(PostedBody.Fate fate, int limitBytes, BodyBudget budget) {}

    /** Hands on the whole body, unless it is refused or its client leaves before its end. */
    static void read(HttpServerRequest request, Terms terms, Consumer<PostedBody> whole) {
        PostedBody body = new PostedBody(terms.fate(), terms.limitBytes(), terms.budget());
        BodyReader reader = new BodyReader(request, body, terms.limitBytes());
        request.handler(reader::take);
        request.exceptionHandler(broken -> body.release());
        request.endHandler(end -> {
            if (!reader.refused) {
                request.exceptionHandler(null);
                reader.handOn(whole);
            }
        });
    }

    /** Whatever breaks, the client gets an answer; the event loop counts the fault. */
    private void handOn(Consumer<PostedBody> whole) {
        try {
            whole.accept(body);
        } catch (RuntimeException e) {
            Replies.problem(request.response(), Problem.ourFault());
            throw e;
        }
    }

    private void take(Buffer chunk) {
        receivedBytes += chunk.length();
        if (refused) {
            if (receivedBytes > patienceBytes) {
                request.connection().close();
            }
            return;
        }
        try {
            body.take(chunk);
        } catch (RefusedBodyException e) {
            refused = true;
            Replies.problem(request.response(), e.problem());
        }
    }
}
