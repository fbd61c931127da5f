package id.tenggat.arrival;

import id.tenggat.scenario.Arrivals.DayShape;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve times hourly weights of a zone's local day. Within one hour the weight is constant, so the curve's own closed
 * form holds there: mass(t) = mass(hour) + weight × (curve(t) − curve(hour)). Exact in both directions.
 */
final class DayShaped implements Cumulative {

    private final Cumulative curve;
    private final double[] bounds;
    private final double[] weights;
    private final double[] massAt;

    DayShaped(Cumulative curve, DayShape shape, Span span, ZoneId zone) {
        this.curve = curve;
        bounds = hourBounds(span, zone);
        weights = new double[bounds.length - 1];
        massAt = new double[bounds.length];
        for (int i = 0; i < weights.length; i++) {
            int hour = span.opens()
                    .plusNanos((long) (bounds[i] * 1e9))
                    .atZone(zone)
                    .getHour();
            weights[i] = shape.hourlyWeights().get(hour);
            massAt[i + 1] = massAt[i] + weights[i] * (curve.at(bounds[i + 1]) - curve.at(bounds[i]));
        }
        if (massAt[weights.length] <= 0) {
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

    double total() {
        return massAt[weights.length];
    }

    @Override
    public double at(double seconds) {
        int hour = segment(bounds, seconds);
        return massAt[hour] + weights[hour] * (curve.at(seconds) - curve.at(bounds[hour]));
    }

    @Override
    public double inverse(double mass) {
        int hour = segment(massAt, mass);
        if (weights[hour] == 0) {
            return bounds[hour];
        }
        double seconds = curve.inverse(curve.at(bounds[hour]) + (mass - massAt[hour]) / weights[hour]);
        return Math.min(Math.max(seconds, bounds[hour]), bounds[hour + 1]);
    }

    private int segment(double[] rising, double value) {
        int found = Arrays.binarySearch(rising, value);
        int segment = found >= 0 ? found : -found - 2;
        return Math.min(Math.max(segment, 0), weights.length - 1);
    }
}
