package id.tenggat.stack;

import id.tenggat.ledger.RunLabel;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a run begins, and how finely its stations are measured.
 *
 * @param start the wall clock's instant at engine time 0
 * @param intervalNs length of an interval in engine nanoseconds, {@link #INTERVAL_NS_MIN} or more
 */
record Beginning(Instant start, long intervalNs) {

    /** The shortest interval: a millisecond. */
    static final long INTERVAL_NS_MIN = 1_000_000;

    /** Tries at reading both clocks at the same moment. */
    private static final int READINGS = 16;

    /** Now, without intervals: what a stack does that nobody measures. */
    static Beginning unmeasured(InstantSource clock) {
        return new Beginning(clock.instant(), Long.MAX_VALUE);
    }

    /** The beginning of a run that was begun before this process. */
    static Beginning of(RunLabel.Begun begun) {
        return new Beginning(Instant.ofEpochMilli(begun.startEpochMs()), begun.intervalNs());
    }

    /** How the ledger remembers it; a run that nobody measures has no beginning to go on from. */
    Optional<RunLabel.Begun> label() {
        return intervalNs == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new RunLabel.Begun(start.toEpochMilli(), intervalNs));
    }

    /**
     * The {@link System#nanoTime()} at {@link #start}. The two clocks can't be read at once, so of several tries the one
     * counts during which the least time passed.
     */
    long originNanoTime(InstantSource clock) {
        long narrowestNs = Long.MAX_VALUE;
        long originNanoTime = 0;
        for (int i = 0; i < READINGS; i++) {
            long before = System.nanoTime();
            Instant wall = clock.instant();
            long passedNs = System.nanoTime() - before;
            if (passedNs < narrowestNs) {
                narrowestNs = passedNs;
                originNanoTime = before + passedNs / 2 + wall.until(start, ChronoUnit.NANOS);
            }
        }
        return originNanoTime;
    }
}
