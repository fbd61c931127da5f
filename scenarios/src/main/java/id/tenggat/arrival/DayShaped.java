package id.tenggat.arrival;

import id.tenggat.scenario.Arrivals.DayShape;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve times hourly weights of a zone's local day. Within one hour the weight is constant, so the curve's own closed
 * form holds there: mass(t) = mass(hour) + weight × (curve(t) − curve(hour)).
 */
final class DayShaped {

    private final Cumulative curve;
    private final List<Hour> hours = new ArrayList<>();
    private final double total;

    /**
     * An hour of the local day, or what of it lies within the opening: seconds since the opening.
     *
     * @param massFrom the mass at {@code from}
     */
    record Hour(double from, double until, double weight, double massFrom) {}

    DayShaped(Cumulative curve, DayShape shape, Span span, ZoneId zone) {
        this.curve = curve;
        double[] bounds = hourBounds(span, zone);
        double mass = 0;
        for (int i = 0; i + 1 < bounds.length; i++) {
            Hour hour =
                    new Hour(bounds[i], bounds[i + 1], shape.hourlyWeights().get(span.hourAt(bounds[i], zone)), mass);
            hours.add(hour);
            mass = massAt(hour, hour.until());
        }
        total = mass;
        if (total <= 0) {
            throw new IllegalArgumentException(
                    "the hourly weights leave no hour between opening and closing in which anybody in " + zone
                            + " could come");
        }
    }

    /** From when to when the curve runs. */
    record Span(Instant opens, Instant closes) {
        double seconds() {
            return secondsAt(closes);
        }

        double secondsAt(Instant instant) {
            return opens.until(instant, ChronoUnit.NANOS) / 1e9;
        }

        int hourAt(double seconds, ZoneId zone) {
            return opens.plusNanos(Math.round(seconds * 1e9)).atZone(zone).getHour();
        }
    }

    private static double[] hourBounds(Span span, ZoneId zone) {
        List<Double> bounds = new ArrayList<>(List.of(0.0));
        Instant next = span.opens()
                .atZone(zone)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .toInstant();
        while (next.isBefore(span.closes())) {
            bounds.add(span.secondsAt(next));
            next = next.plus(1, ChronoUnit.HOURS);
        }
        bounds.add(span.seconds());
        return bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double massAt(Hour hour, double seconds) {
        return hour.massFrom() + hour.weight() * (curve.at(seconds) - curve.at(hour.from()));
    }

    /** The curve without the weights. */
    Cumulative curve() {
        return curve;
    }

    /** Every hour in order. */
    List<Hour> hours() {
        return hours;
    }

    /** Mass in all. */
    double total() {
        return total;
    }

    /** Mass up to a time, 0 ≤ seconds ≤ end. */
    double at(double seconds) {
        int i = hours.size() - 1;
        while (i > 0 && hours.get(i).from() > seconds) {
            i--;
        }
        return massAt(hours.get(i), seconds);
    }
}
