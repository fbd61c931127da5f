package id.tenggat.arrival;

import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Calendar;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
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
 *   P(T &gt; t) = (1 − F(a)) · (1 − G(t)) / (1 − G(a))     for t &gt; a
 * </pre>
 *
 * <p>It is kept as segments of an hour or less. Within one, the curve rises in proportion to the share that comes, so that
 * its own closed form gives the time: exact, and one look-up and one inverse an arrival.
 */
final class ZoneArrivals {

    private final Segment[] segments;
    /** The share that has yet to come when a segment begins. */
    private final double[] shares;

    /**
     * A span of one hour's weight and one known deadline.
     *
     * @param share of the applicants that comes after {@code from}
     * @param curveFrom the curve at {@code from}
     * @param curvePerShare how much the curve rises by for each share that comes
     * @param span seconds since the opening
     */
    private record Segment(Cumulative curve, double share, double curveFrom, double curvePerShare, Span span) {

        double shareAfter(double seconds) {
            return curvePerShare == 0 ? share : share - (curve.at(seconds) - curveFrom) / curvePerShare;
        }

        Segment until(double seconds) {
            return new Segment(curve, share, curveFrom, curvePerShare, Span.of(span.from(), seconds));
        }

        long nsAt(double shareLeft) {
            double seconds = curve.inverse(curveFrom + (share - shareLeft) * curvePerShare);
            return Math.min(Math.max((long) (seconds * 1e9), span.fromNs()), span.untilNs());
        }
    }

    /** Seconds since the opening, and the same in nanoseconds. */
    private record Span(double from, double until, long fromNs, long untilNs) {
        static Span of(double from, double until) {
            return new Span(from, until, (long) (from * 1e9), (long) (until * 1e9));
        }
    }

    ZoneArrivals(Arrivals arrivals, Calendar calendar, ZoneId zone) {
        List<Segment> built = new ArrayList<>();
        follow(curve(arrivals, calendar, calendar.closes(), zone), 0, 1, built);
        for (Calendar.Extension extension : calendar.extensions()) {
            double announced = new DayShaped.Span(calendar.opens(), calendar.closes()).secondsAt(extension.announced());
            double left = cut(built, announced);
            follow(curve(arrivals, calendar, extension.closes(), zone), announced, left, built);
        }
        segments = built.toArray(Segment[]::new);
        shares = built.stream().mapToDouble(Segment::share).toArray();
    }

    private static DayShaped curve(Arrivals arrivals, Calendar calendar, Instant closes, ZoneId zone) {
        DayShaped.Span span = new DayShaped.Span(calendar.opens(), closes);
        return new DayShaped(CurveCumulative.of(arrivals.curve(), span.seconds()), arrivals.dayShape(), span, zone);
    }

    /** Forgets what was to come after an instant, and tells its share. */
    private static double cut(List<Segment> segments, double seconds) {
        while (segments.get(segments.size() - 1).span().from() > seconds) {
            segments.remove(segments.size() - 1);
        }
        Segment last = segments.remove(segments.size() - 1);
        segments.add(last.until(seconds));
        return last.shareAfter(seconds);
    }

    /** Lets a share follow a curve from an instant on. */
    private static void follow(DayShaped shaped, double since, double share, List<Segment> segments) {
        double massLeft = shaped.total() - shaped.at(since);
        if (massLeft <= 0 || share <= 0) {
            return;
        }
        for (DayShaped.Hour hour : shaped.hours()) {
            if (hour.until() > since) {
                double from = Math.max(hour.from(), since);
                double massFrom = hour.from() < since ? shaped.at(since) : hour.massFrom();
                double shareLeft = share * ((shaped.total() - massFrom) / massLeft);
                double curvePerShare = hour.weight() == 0 ? 0 : massLeft / (share * hour.weight());
                segments.add(new Segment(
                        shaped.curve(),
                        shareLeft,
                        shaped.curve().at(from),
                        curvePerShare,
                        Span.of(from, hour.until())));
            }
        }
    }

    /** SHA-256 over all segments; of each curve, where it takes a segment's middle. */
    byte[] digest() {
        MessageDigest sha256 = Schedule.sha256();
        ByteBuffer row = ByteBuffer.allocate(6 * Long.BYTES);
        for (Segment segment : segments) {
            Span span = segment.span();
            row.clear().putLong(span.fromNs()).putLong(span.untilNs());
            row.putDouble(segment.share()).putDouble(segment.curveFrom()).putDouble(segment.curvePerShare());
            row.putLong(segment.nsAt((segment.share() + segment.shareAfter(span.until())) / 2));
            sha256.update(row.flip());
        }
        return sha256.digest();
    }

    /**
     * The segment within which the share that has yet to come falls to this.
     *
     * @param share above 0 and up to 1
     * @param since a segment that is not later
     */
    int segmentOf(double share, int since) {
        int segment = since;
        while (segment < segments.length - 1 && share <= shares[segment + 1]) {
            segment++;
        }
        return segment;
    }

    /** When, within its segment, the share that has yet to come falls to this: nanoseconds since the opening. */
    long nsAt(double share, int segment) {
        return segments[segment].nsAt(share);
    }
}
