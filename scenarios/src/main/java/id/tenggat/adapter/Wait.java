package id.tenggat.adapter;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is done when an answer says that the client must wait.
 *
 * @param when how such an answer looks
 * @param captures what is kept of it, by variable
 * @param poll how the client asks whether it has waited for long enough
 * @param rhythm when it asks, and for how long it goes on
 * @param then what follows
 */
public record Wait(Expectation when, Map<String, Capture> captures, Poll poll, Rhythm rhythm, Then then) {

    /**
     * A question during a wait.
     *
     * @param until how the answer looks that ends the wait; any other successful one (2xx) means wait on
     * @param captures what is kept of the answer that ends it, by variable
     */
    public record Poll(Request.Call call, Expectation until, Map<String, Capture> captures) {
        public Poll {
            captures = Request.ordered(captures);
        }
    }

    /**
     * When a client asks.
     *
     * @param every the time from the answer to the next question
     * @param atMost how long it waits before it leaves, and the attempt has timed out; empty for ever
     */
    public record Rhythm(Duration every, Optional<Duration> atMost) {}

    /** What follows a wait. */
    public sealed interface Then {}

    /** The request has been served while the client waited. */
    public record Served() implements Then {}

    /** The client makes its request again, with these headers besides. */
    public record Repeat(Map<String, Template> headers) implements Then {
        public Repeat {
            headers = Request.ordered(headers);
        }
    }

    public Wait {
        captures = Request.ordered(captures);
    }
}
