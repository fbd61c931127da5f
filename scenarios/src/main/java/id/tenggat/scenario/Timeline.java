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

    static Timeline of(Calendar calendar, Slice slice) {
        return new Timeline(slice.window().map(w -> w.from(calendar)).orElse(calendar.opens()), slice.timeLapse());
    }

    /** Engine time of an instant; negative before the origin. Rounded down. */
    public long nsAt(Instant instant) {
        long calendarNs = Duration.between(origin, instant).toNanos();
        return timeLapse == 1 ? calendarNs : (long) Math.floor(calendarNs / timeLapse);
    }

    /** The instant at an engine time. */
    public Instant instantAt(long ns) {
        return origin.plusNanos(timeLapse == 1 ? ns : Math.round(ns * timeLapse));
    }
}
