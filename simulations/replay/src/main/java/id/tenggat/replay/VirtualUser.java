package id.tenggat.replay;

import java.util.OptionalLong;

/**
 * One virtual user: says when its next call is due, what the call is, and is told how the call ended.
 *
 * <p>The methods are called in turn (due, stays, call, settle, due, …, due) on one event loop thread, always the same one for
 * the same user, so an implementation needs no lock for what is its own. It must not block: the thread serves others.
 * What it throws ends the run as a {@link GatlingCrash}.
 */
public interface VirtualUser {
    /**
     * When the next call is due.
     *
     * @return an instant on the axis of {@link System#nanoTime}; one that has passed means at once; empty, and the user
     *     leaves for good
     */
    OptionalLong nextDueNs();

    /** Asked when a call is due: false, and the user leaves instead, for the run is over. */
    boolean stays();

    /** The call to make now that its due instant has come. */
    Call call();

    /** Hears how the call ended. */
    void settle(Exchange exchange);
}
