package id.tenggat.scenario;

import java.time.Duration;

/** Which of those who wait are dropped at the moment when a worker would take them. A dropped request is rejected. */
public sealed interface Dropping {

    /** Nobody. */
    record Nobody() implements Dropping {}

    /** Whose client has left by then: the station looks at the connection before it begins. */
    record Abandoned() implements Dropping {}

    /**
     * Controlled delay: once every wait has been at least a target for an interval, requests are dropped ever faster
     * until one has waited for less (Nichols and Jacobson, ACM Queue 10(5), 2012; RFC 8289).
     *
     * @param target the wait that may stand, longer than zero
     * @param interval how long the waits may stay above it before the first drop, no shorter than the target
     */
    record CoDel(Duration target, Duration interval) implements Dropping {
        public CoDel {
            Require.positive("target", target);
            Require.that(
                    interval.compareTo(target) >= 0,
                    "interval must not be below target (" + Words.exactly(target) + ")",
                    interval);
        }
    }
}
