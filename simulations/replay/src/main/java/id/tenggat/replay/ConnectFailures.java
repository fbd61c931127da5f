package id.tenggat.replay;

import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.Tally;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many attempts got no connection, by why: only Gatling's statistics are told the reason, in words. */
final class ConnectFailures {

    private final AtomicLongArray counts = new AtomicLongArray(ConnectFailure.values().length);

    /** An attempt without an answer ended with these words. */
    @SuppressWarnings("EnumOrdinal") // an index into an array of this class
    void heard(String message) {
        of(message).ifPresent(failure -> counts.incrementAndGet(failure.ordinal()));
    }

    /** Since the last call. */
    Tally<ConnectFailure> drain() {
        long[] drained = new long[counts.length()];
        Arrays.setAll(drained, i -> counts.getAndSet(i, 0));
        return Tally.of(ConnectFailure.values(), drained);
    }

    /** What an error's words mean; empty if the attempt had a connection. The words are the system's, by Java or Netty. */
    static Optional<ConnectFailure> of(String message) {
        if (message.contains("Cannot assign requested address") || message.contains("Can't assign requested address")) {
            return Optional.of(ConnectFailure.NO_PORT);
        }
        if (message.contains("Too many open files")) {
            return Optional.of(ConnectFailure.NO_FILE);
        }
        if (message.contains("Connection refused")) {
            return Optional.of(ConnectFailure.REFUSED);
        }
        if (message.contains("ConnectTimeoutException") || message.contains("connection timed out")) {
            return Optional.of(ConnectFailure.UNANSWERED);
        }
        boolean connecting = message.contains("ConnectException") || message.contains("UnknownHostException");
        return connecting ? Optional.of(ConnectFailure.OTHER) : Optional.empty();
    }
}
