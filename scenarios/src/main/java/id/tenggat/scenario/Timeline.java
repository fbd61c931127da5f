package id.tenggat.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * Engine time: nanoseconds since the slice's first instant, run faster by the slice's time-lapse.
 *
 * @param origin the instant at engine time 0
 * @param timeLapse calendar nanoseconds in one engine nanosecond, 1 or more
 */
public record Timeline(Instant origin, double timeLapse) {

    /**
     * Where engine time ends: 2⁶² ns, 146 years after the origin. A long has room for as much again, so that no sum of a
     * time and a duration that a scenario may state can wrap around.
     */
    public static final long END_NS = 1L << 62;

    static Timeline of(Calendar calendar, Slice slice) {
        return new Timeline(slice.window().map(w -> w.from(calendar)).orElse(calendar.opens()), slice.timeLapse());
    }

    /** Engine time of an instant; negative before the origin. Rounded down. */
    public long nsAt(Instant instant) {
        long calendarNs = Duration.between(origin, instant).toNanos();
        return timeLapse == 1 ? calendarNs : (long) Math.floor(calendarNs / timeLapse);
    }

    /**
     * An engine time so much later.
     *
     * @param ns 0 or more, before the end of engine time
     * @param pauseNs 0 or more
     * @param what the scenario's value that is to blame if it is too late, as in {@code clients.returns.after}
     * @throws OverflowException if engine time would end before
     */
    public static long later(long ns, long pauseNs, String what) {
        return later(ns, pauseNs, END_NS, what);
    }

    /** The same where time ends earlier. */
    public static long later(long ns, long pauseNs, long endNs, String what) {
        if (pauseNs >= endNs - ns) {
            throw tooLate(pauseNs, endNs, what);
        }
        return ns + pauseNs;
    }

    private static OverflowException tooLate(long pauseNs, long endNs, String what) {
        return new OverflowException("%s is too large: it leads to %s, but engine time ends %s after its beginning"
                .formatted(what, Words.durationNs(pauseNs), Words.durationNs(endNs)));
    }

    /** The instant at an engine time. */
    public Instant instantAt(long ns) {
        return origin.plusNanos(timeLapse == 1 ? ns : Math.round(ns * timeLapse));
    }
}
