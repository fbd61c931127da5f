package id.tenggat.agreement;

import id.tenggat.agreement.Parting.Sign;
import id.tenggat.recording.Fate;
import id.tenggat.recording.LatencyLog;
import id.tenggat.recording.LatencyLog.IntervalLatencies;
import id.tenggat.recording.Recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for the step where two recordings part first: the earliest interval, then the earliest step of the journey, in which
 *
 * <ul>
 *   <li>attempts that have met a fate so far lie apart by more than 2 % of the applicants, or 3 % of themselves;
 *   <li>or the median latency of an interval lies outside for the third time in succession, of 20 attempts or more each.
 * </ul>
 */
final class PartingSearch {

    private static final double OF_APPLICANTS = 0.02;
    private static final double OF_ATTEMPTS = 0.03;
    private static final int IN_SUCCESSION = 3;
    private static final int ENOUGH = 20;
    /** The finest search allows so much of the above. */
    private static final double FINEST = 1 / 1024.0;

    private final Twins twins;

    PartingSearch(Twins twins) {
        this.twins = twins;
    }

    /** A parting of one step, before it is known to be the first. */
    private record Found(int interval, Parting parting) {

        static Found earlier(Found one, Found other) {
            return other.interval() < one.interval() ? other : one;
        }
    }

    /**
     * Where they part. Where nowhere by so much, then at the first step of which a latency lies outside, or where the
     * completed lie apart; and if nowhere, by half as much, and so on: recordings that disagree part somewhere.
     *
     * @param outside the measures that do
     */
    Optional<Parting> find(List<Compared> outside) {
        return search(1)
                .or(() -> outside.stream()
                        .flatMap(row -> row.step().stream())
                        .findFirst()
                        .flatMap(this::ofLatency))
                .or(this::byCompletion)
                .or(this::finer);
    }

    /** At the journey's last step: whoever is through in one may be late, or hindered by its end, in the other. */
    private Optional<Parting> byCompletion() {
        double[] first = twins.completed(twins.first());
        double[] second = twins.completed(twins.second());
        double people = twins.applicants();
        return IntStream.range(0, first.length)
                .filter(i -> Math.abs(first[i] - second[i]) > OF_APPLICANTS)
                .mapToObj(i -> found(
                        twins.steps().size() - 1, i, new Seen(Sign.COMPLETED, first[i] * people, second[i] * people)))
                .map(Found::parting)
                .findFirst();
    }

    private Optional<Parting> finer() {
        Optional<Parting> found = Optional.empty();
        for (double scale = 0.5; found.isEmpty() && scale >= FINEST; scale /= 2) {
            found = search(scale);
        }
        return found;
    }

    private Optional<Parting> search(double scale) {
        return IntStream.range(0, twins.steps().size())
                .boxed()
                .flatMap(step -> Stream.concat(
                        Stream.of(Fate.SERVED, Fate.REJECTED, Fate.TIMED_OUT, Fate.FAILED)
                                .flatMap(fate -> byCount(step, fate, scale).stream()),
                        byMedian(step, scale).stream()))
                .reduce(Found::earlier)
                .map(Found::parting);
    }

    private Optional<Found> byCount(int step, Fate fate, double scale) {
        long[] first = twins.fates(twins.first(), step, fate);
        long[] second = twins.fates(twins.second(), step, fate);
        return IntStream.range(0, first.length)
                .filter(i -> Math.abs(first[i] - second[i]) > scale * allowed(Math.max(first[i], second[i])))
                .mapToObj(i -> found(step, i, new Seen(Sign.valueOf(fate.name()), first[i], second[i])))
                .findFirst();
    }

    private double allowed(long attempts) {
        return Math.max(OF_APPLICANTS * twins.applicants(), OF_ATTEMPTS * attempts);
    }

    private Optional<Found> byMedian(int step, double scale) {
        List<Pair> pairs = pairs(twins.steps().get(step));
        int outside = 0;
        for (Pair pair : pairs) {
            outside = pair.isOutside(IntervalLatencies::p50Us, Measure.P50, scale) ? outside + 1 : 0;
            if (outside == IN_SUCCESSION) {
                return Optional.of(found(step, pair.interval(), pair.seen(Sign.P50)));
            }
        }
        return Optional.empty();
    }

    /** The first interval in which the step's latency lies outside, by its p50 or its p99. */
    private Optional<Parting> ofLatency(String name) {
        int step = twins.steps().indexOf(name);
        for (Pair pair : pairs(name)) {
            if (pair.isOutside(IntervalLatencies::p50Us, Measure.P50, 1)) {
                return Optional.of(
                        found(step, pair.interval(), pair.seen(Sign.P50)).parting());
            } else if (pair.isOutside(IntervalLatencies::p99Us, Measure.P99, 1)) {
                return Optional.of(
                        found(step, pair.interval(), pair.seen(Sign.P99)).parting());
            }
        }
        return Optional.empty();
    }

    /** The intervals in which both served enough, in order. */
    private List<Pair> pairs(String step) {
        Map<Integer, IntervalLatencies> others = served(twins.second(), step).stream()
                .collect(Collectors.toMap(IntervalLatencies::interval, Function.identity()));
        return served(twins.first(), step).stream()
                .filter(one -> one.count() >= ENOUGH)
                .flatMap(one -> Stream.ofNullable(others.get(one.interval()))
                        .filter(other -> other.count() >= ENOUGH)
                        .map(other -> new Pair(one, other)))
                .toList();
    }

    private static List<IntervalLatencies> served(Recording recording, String step) {
        return recording.latencies().overTime(LatencyLog.tag(step, Fate.SERVED));
    }

    /** What both show. */
    private record Seen(Sign sign, double first, double second) {}

    private Found found(int step, int interval, Seen seen) {
        return new Found(
                interval,
                new Parting(twins.steps().get(step), twins.endOf(interval), seen.sign(), seen.first(), seen.second()));
    }

    /** One interval of one step in both. */
    private record Pair(IntervalLatencies first, IntervalLatencies second) {

        int interval() {
            return first.interval();
        }

        boolean isOutside(ToLongFunction<IntervalLatencies> quantileUs, Measure measure, double scale) {
            double one = quantileUs.applyAsLong(first) * 1e3;
            double other = quantileUs.applyAsLong(second) * 1e3;
            return Math.abs(one - other) > scale * measure.tolerance().allowed(one);
        }

        Seen seen(Sign sign) {
            return sign == Sign.P50
                    ? new Seen(sign, first.p50Us() * 1e3, second.p50Us() * 1e3)
                    : new Seen(sign, first.p99Us() * 1e3, second.p99Us() * 1e3);
        }
    }
}
