package id.tenggat.replay;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The order to stop in mid-run, which may come at any time, from any thread, and more than once: the first counts. */
final class StopOrder {

    private final CompletableFuture<String> reason = new CompletableFuture<>();

    /** Stops, for this reason, unless somebody did before. */
    void give(String why) {
        reason.complete(why);
    }

    boolean isGiven() {
        return reason.isDone();
    }

    /** Empty as long as nobody gave it. */
    Optional<String> reason() {
        return reason.isDone() ? Optional.of(reason.join()) : Optional.empty();
    }

    /** Does this as soon as the order is given, on the thread that gives it. */
    void onceGiven(Runnable action) {
        onceGivenAnd(CompletableFuture.completedFuture(null), action);
    }

    /** Does this as soon as the order is given and this has happened, on the thread of whichever comes last. */
    void onceGivenAnd(CompletableFuture<?> happened, Runnable action) {
        // What the action throws is of no use to anybody: the run that it was to stop has ended.
        var unused = reason.runAfterBoth(happened, action);
    }
}
