package id.tenggat.replay;

import io.gatling.http.client.uri.Uri;
import io.gatling.http.response.Response;
import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * Where a virtual user sits in Gatling's session: the user, the call under way and its stamps. Touched by the user's
 * event loop alone, hence no lock and no copy of the session per stamp.
 */
final class Seat {
    private static final long NS_PER_MS = 1_000_000;

    private final VirtualUser user;
    private final long commonTimeoutNs;
    private final Gatekeeper gatekeeper;
    private boolean present = true;
    private @Nullable Throwable fault;

    private long dueNs;
    private @Nullable Call call;
    private long sentNs;
    private long answeredNs;
    private int writes;
    private @Nullable Response response;

    /**
     * @param commonTimeoutNs of calls that have none of their own
     * @param gatekeeper asked before a call is written
     */
    Seat(VirtualUser user, long commonTimeoutNs, Gatekeeper gatekeeper) {
        this.user = user;
        this.commonTimeoutNs = commonTimeoutNs;
        this.gatekeeper = gatekeeper;
    }

    boolean present() {
        return present;
    }

    @Nullable
    Throwable fault() {
        return fault;
    }

    long dueNs() {
        return dueNs;
    }

    Call call() {
        return Objects.requireNonNull(call, "no call is under way");
    }

    /** How long the call may wait for its answer, in Gatling's whole milliseconds, never less than it asks for. */
    long timeoutMs() {
        long ns = call().timeoutNs().orElse(commonTimeoutNs);
        return ns / NS_PER_MS + (ns % NS_PER_MS == 0 ? 0 : 1);
    }

    /** Asks for the next due instant; the user leaves when there is none. */
    void plan() {
        guarded(() -> {
            var next = user.nextDueNs();
            present = next.isPresent();
            dueNs = next.orElse(0);
        });
    }

    /** Asks for the call and stamps it as sent: what follows is the HTTP client's. Who does not stay any more is gone. */
    void send() {
        guarded(() -> {
            present = user.stays();
            if (!present) {
                return;
            }
            call = Objects.requireNonNull(user.call(), "a virtual user made no call");
            response = null;
            writes = 0;
            sentNs = System.nanoTime();
        });
    }

    /**
     * Counts one writing of the call to a connection.
     *
     * @throws IllegalStateException on the second: Gatling writes a call again, and says so nowhere, when a kept-alive
     *     connection ends before the answer; the server might do the work twice for what is recorded as one call
     */
    void write(Uri to) {
        if (++writes > 1) {
            throw new IllegalStateException("the connection ended before the answer; the call is not written twice");
        }
        gatekeeper.admit(to);
    }

    /** What is played can't be played here: the run ends. */
    void refuse(RuntimeException reason) {
        guarded(() -> {
            throw reason;
        });
    }

    void answer(Response arrived) {
        answeredNs = System.nanoTime();
        response = arrived;
        gatekeeper.hear(arrived);
    }

    /** Tells the user how the call ended. */
    void settle() {
        guarded(() -> user.settle(exchange()));
    }

    private Exchange exchange() {
        if (response != null) {
            return new Exchange(dueNs, sentNs, answeredNs, new Answer(response));
        }
        long doneNs = System.nanoTime();
        return new Exchange(dueNs, sentNs, doneNs, failure(doneNs - sentNs));
    }

    /**
     * Why no answer came. Gatling tells the session nothing about it, but its timer is the only thing that can end a
     * call after the timeout, it starts after {@code sentNs}, and it never rings early. (A connection that breaks while
     * the event loop stands still beyond the timeout counts as timed out, which it also is.)
     */
    private Reply failure(long elapsedNs) {
        if (elapsedNs >= timeoutMs() * NS_PER_MS) {
            return new Reply.TimedOut();
        }
        return writes == 0 ? new Reply.Refused() : new Reply.Broken();
    }

    /** Whatever a user throws is kept for the end of the run: Gatling would log it, go on, and loop for ever. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (Throwable thrown) {
            fault = thrown;
            present = false;
        }
    }
}
