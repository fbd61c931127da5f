package id.tenggat.replay;

import id.tenggat.recording.InjectorSecond;
import id.tenggat.summary.Strain;

import java.util.Optional;
import java.util.function.Consumer;

/** Looks once a second how well the injector keeps its plan, keeps what it sees, and says when it is late. */
final class SelfWatch {

    private static final long SECOND_NS = 1_000_000_000;
    /** Whoever watches is told at once, then not more often than this. */
    private static final long SILENCE_NS = 5 * SECOND_NS;

    private final Vitals vitals;
    private final Consumer<InjectorSecond> keeper;
    private final long limitNs;
    private int seconds;
    private long silentUntilNs;

    /**
     * @param keeper of each second
     * @param limitNs the greatest 99th percentile of sent − due that is not late
     */
    SelfWatch(Vitals vitals, Consumer<InjectorSecond> keeper, long limitNs) {
        this.vitals = vitals;
        this.keeper = keeper;
        this.limitNs = limitNs;
    }

    /**
     * To be asked more often than once a second.
     *
     * @return what is to be said now
     */
    Optional<String> look(long nowNs) {
        if (nowNs < (seconds + 1) * SECOND_NS) {
            return Optional.empty();
        }
        InjectorSecond second = measure(nowNs);
        if (!second.isBehind(limitNs) || nowNs < silentUntilNs) {
            return Optional.empty();
        }
        silentUntilNs = nowNs + SILENCE_NS;
        return Optional.of(Strain.words(second));
    }

    /** Keeps what is left of the run's last second. */
    void end(long nowNs) {
        if (nowNs >= seconds * SECOND_NS) {
            measure(nowNs + SECOND_NS);
        }
    }

    private InjectorSecond measure(long nowNs) {
        int second = (int) (nowNs / SECOND_NS) - 1;
        InjectorSecond measured = vitals.second(second);
        keeper.accept(measured);
        seconds = second + 1;
        return measured;
    }
}
