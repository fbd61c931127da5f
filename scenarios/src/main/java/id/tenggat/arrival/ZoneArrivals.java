package id.tenggat.arrival;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The distribution of first arrivals in one zone, with every announced extension.
 *
 * <p>Until an extension is announced at a, arrivals follow the curve F toward the deadline known so far. Whoever has not
 * come by then follows the curve G toward the new deadline, conditioned on coming after a:
 *
 * <pre>
 *   P(T ≤ t) = 1 − (1 − F(a)) · (1 − G(t)) / (1 − G(a))     for t &gt; a
 * </pre>
 */
final class ZoneArrivals {

    private final List<Phase> phases = new ArrayList<>();

    /**
     * One deadline's curve, from the announcement on.
     *
     * @param from P(T ≤ a): the probability at which this phase takes over
     * @param massFrom the curve's own mass at a
     */
    private record Phase(DayShaped curve, double from, double massFrom) {

        double secondsAt(double p) {
            double within = (p - from) / (1 - from);
            return curve.inverse(massFrom + within * (curve.total() - massFrom));
        }

        double probabilityAt(double seconds) {
            double within = (curve.at(seconds) - massFrom) / (curve.total() - massFrom);
            return from + within * (1 - from);
        }
    }

    ZoneArrivals(Arrivals arrivals, Calendar calendar, ZoneId zone) {
        phases.add(new Phase(curve(arrivals, calendar, calendar.closes(), zone), 0, 0));
        for (Calendar.Extension extension : calendar.extensions()) {
            double announced = new DayShaped.Span(calendar.opens(), calendar.closes()).secondsAt(extension.announced());
            DayShaped extended = curve(arrivals, calendar, extension.closes(), zone);
            phases.add(new Phase(extended, last().probabilityAt(announced), extended.at(announced)));
        }
    }

    private static DayShaped curve(Arrivals arrivals, Calendar calendar, Instant closes, ZoneId zone) {
        DayShaped.Span span = new DayShaped.Span(calendar.opens(), closes);
        return new DayShaped(CurveCumulative.of(arrivals.curve(), span.seconds()), arrivals.dayShape(), span, zone);
    }

    private Phase last() {
        return phases.get(phases.size() - 1);
    }

    /** The time by which a share p of the applicants has come, 0 &lt; p &lt; 1: seconds since the opening. */
    double secondsAt(double p) {
        int i = phases.size() - 1;
        while (i > 0 && phases.get(i).from() >= p) {
            i--;
        }
        return phases.get(i).secondsAt(p);
    }
}
