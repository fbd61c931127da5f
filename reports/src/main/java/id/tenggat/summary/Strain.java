package id.tenggat.summary;

import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.Tally;
import id.tenggat.scenario.Words;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How hard it was for a live run's injector to keep its plan.
 *
 * @param seconds that were measured
 * @param behind seconds of them in which it was late
 * @param shortage what it was short of in most of those; empty if it was never late
 * @param failures attempts that got no connection
 */
public record Strain(int seconds, int behind, Optional<Shortage> shortage, Tally<ConnectFailure> failures) {

    /** Of a run, with the greatest 99th percentile of sent − due that is allowed; empty if nobody measured. */
    public static Optional<Strain> of(List<InjectorSecond> seconds, long limitNs) {
        return seconds.isEmpty() ? Optional.empty() : Optional.of(measured(seconds, limitNs));
    }

    private static Strain measured(List<InjectorSecond> seconds, long limitNs) {
        List<InjectorSecond> late =
                seconds.stream().filter(second -> second.isBehind(limitNs)).toList();
        return new Strain(
                seconds.size(),
                late.size(),
                mostFrequent(late),
                seconds.stream()
                        .map(second -> second.sockets().failures())
                        .reduce(Tally.none(ConnectFailure.class), Tally::plus));
    }

    private static Optional<Shortage> mostFrequent(List<InjectorSecond> late) {
        Map<Shortage, Integer> counts = new EnumMap<>(Shortage.class);
        late.forEach(second -> counts.merge(Shortage.in(second), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Shortage, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    /** What is said after "behind" while a run is late: how late, and why. */
    public static String words(InjectorSecond second) {
        String still = second.slip().stillUs() > second.slip().p99Us()
                ? ", an event loop has stood still for "
                        + Words.durationNs(second.slip().stillUs() * 1_000)
                : "";
        return "its plan: slip p99 %s in the last second%s; %s (%s)"
                .formatted(
                        Words.durationNs(second.slip().p99Us() * 1_000),
                        still,
                        Shortage.in(second).words(),
                        load(second));
    }

    private static String load(InjectorSecond second) {
        InjectorSecond.Load load = second.load();
        return String.format(
                Locale.ROOT,
                "processors %.0f %%, all programs %.0f %%, garbage collection %.0f %%",
                100 * load.process(),
                100 * load.machine(),
                100 * load.collecting());
    }

    /** The greatest value of one second. */
    public static double greatest(List<InjectorSecond> seconds, ToDoubleFunction<InjectorSecond> value) {
        return seconds.stream().mapToDouble(value).max().orElse(0);
    }
}
