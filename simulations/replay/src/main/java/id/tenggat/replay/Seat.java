package id.tenggat.replay;

import id.tenggat.replay.SeatAction.Exit;
import io.gatling.core.session.Session;
import io.gatling.http.client.uri.Uri;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * Where a virtual user sits while it is in Gatling: waits until its call is due, makes it, hears how it ended, and so on until it
 * leaves. Touched by the user's event loop alone, hence no lock. As a {@link Runnable} it is what the user's timer runs.
 */
final class Seat implements Runnable, LiveCall.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);
    private static final long NS_PER_MS = 1_000_000;
    /** Made before anything can fail: a process that may open no more files may not find a class any more. */
    private static final Reply TIMED_OUT = new Reply.TimedOut();

    private static final Reply REFUSED = new Reply.Refused();
    private static final Reply BROKEN = new Reply.Broken();

    private final VirtualUser user;
    private final Row row;
    /** With the cookies that answers have set. */
    private Session session;

    private @Nullable Throwable fault;
    private long dueNs;
    private long sentNs;
    private long timeoutMs;

    /**
     * What the seats of a run share.
     *
     * @param timeoutNs of calls that have none of their own
     * @param gatekeeper asked before a call is written
     */
    record Row(CallSender sender, Gatekeeper gatekeeper, long timeoutNs, Exit exit) {

        /**
         * Looks at an answer.
         *
         * @throws IllegalStateException if the run can't go on after it
         */
        private void accept(Answer answer) {
            gatekeeper.hear(answer);
            Wiring.objection(sender.wantsHttp2(), answer).ifPresent(why -> {
                throw new IllegalStateException(why);
            });
        }
    }

    Seat(VirtualUser user, Session session, Row row) {
        this.user = user;
        this.session = session;
        this.row = row;
    }

    /** Asks for the next due instant, and waits for it, if it has not passed; the user leaves when there is none. */
    void goOn() {
        OptionalLong next = nextDueNs();
        if (next.isEmpty()) {
            leave();
            return;
        }
        dueNs = next.getAsLong();
        long waitNs = dueNs - System.nanoTime();
        if (waitNs > 0) {
            sleep(waitNs);
        } else {
            run();
        }
    }

    private OptionalLong nextDueNs() {
        try {
            return user.nextDueNs();
        } catch (Throwable thrown) {
            fault = thrown;
            return OptionalLong.empty();
        }
    }

    private void sleep(long waitNs) {
        try {
            // What it runs catches what it throws, so the future has nothing to tell.
            var unused = session.eventLoop().schedule(this, waitNs, NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("A user sleeps on: the event loop has stopped", stopped);
        }
    }

    /** The due instant has come. Who does not stay any more is gone. */
    @Override
    public void run() {
        Call call = call();
        if (call == null) {
            leave();
        } else {
            send(call);
        }
    }

    private @Nullable Call call() {
        try {
            return user.stays() ? Objects.requireNonNull(user.call(), "a virtual user made no call") : null;
        } catch (Throwable thrown) {
            fault = thrown;
            return null;
        }
    }

    /** Stamps the call as sent: what follows is the HTTP client's. */
    private void send(Call call) {
        timeoutMs = timeoutMs(call.timeoutNs().orElse(row.timeoutNs()));
        sentNs = System.nanoTime();
        row.sender().send(session, call, timeoutMs, this);
    }

    /** In Gatling's whole milliseconds, never less than is asked for. */
    private static long timeoutMs(long ns) {
        return ns / NS_PER_MS + (ns % NS_PER_MS == 0 ? 0 : 1);
    }

    @Override
    public void writes(Uri to) {
        row.gatekeeper().admit(to);
    }

    @Override
    public void answered(Answer answer, long doneNs, Session after) {
        session = after;
        settle(answer, doneNs);
    }

    /** Nobody goes on while the client has yet to close the connection, or to return from sending the call. */
    @Override
    public void failed(long doneNs, boolean wasWritten) {
        try {
            Reply reply = failure(doneNs - sentNs, wasWritten);
            session.eventLoop().execute(() -> settle(reply, doneNs));
        } catch (RejectedExecutionException stopped) {
            LOG.debug("A user hears nothing more: the event loop has stopped", stopped);
        }
    }

    /** Tells the user how the call ended. What it throws is kept for the end of the run: Gatling would log it, and go on. */
    private void settle(Reply reply, long doneNs) {
        try {
            user.settle(new Exchange(dueNs, sentNs, doneNs, reply));
            if (reply instanceof Answer answer) {
                row.accept(answer);
            }
        } catch (Throwable thrown) {
            fault = thrown;
            leave();
            return;
        }
        goOn();
    }

    private void leave() {
        row.exit().leave(session, fault);
    }

    /**
     * Why no answer came. The client's timer is the only thing that can end a call after the timeout, it starts after {@code
     * sentNs}, and it never rings early. (A connection that breaks while the event loop stands still beyond the timeout counts
     * as timed out, which it also is.)
     */
    private Reply failure(long elapsedNs, boolean wasWritten) {
        if (elapsedNs >= timeoutMs * NS_PER_MS) {
            return TIMED_OUT;
        }
        return wasWritten ? BROKEN : REFUSED;
    }
}
