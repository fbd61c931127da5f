package id.tenggat.stack;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What has happened at one station since the stack started. It only grows: it outlives runs. */
final class StationTally {

    /** How a request ended at the station; told in words of a {@code StationMeter}. */
    enum Fate {
        SERVED,
        WASTED,
        REJECTED,
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final CounterDataPoint entered;
    private final Map<Fate, CounterDataPoint> answers = new EnumMap<>(Fate.class);
    private final CounterDataPoint wastedSeconds;
    private final DistributionDataPoint waitSeconds;
    private final DistributionDataPoint serviceSeconds;

    /** The metrics that all stations share, each with a label for the station. */
    private record Families(
            Counter entered, Counter answers, Counter wastedSeconds, Histogram waitSeconds, Histogram serviceSeconds) {

        static Families in(Metrics metrics) {
            return new Families(
                    metrics.counter("station_entered", "Requests that passed the station's door.", "station"),
                    metrics.counter(
                            "station_answers",
                            "Requests by how they ended; wasted is work done for a client that had left.",
                            "station",
                            "fate"),
                    metrics.counter(
                            "station_wasted_seconds", "Worker time spent for clients that had left.", "station"),
                    metrics.histogram(
                            "station_wait_seconds",
                            "From entering until a worker takes the request.",
                            Metrics.WAITS_SECONDS,
                            "station"),
                    metrics.histogram(
                            "station_service_seconds",
                            "For how long a worker is held by a request.",
                            Metrics.WAITS_SECONDS,
                            "station"));
        }
    }

    private StationTally(Families families, String station) {
        entered = families.entered().labelValues(station);
        for (Fate fate : Fate.values()) {
            answers.put(fate, families.answers().labelValues(station, fate.word()));
        }
        wastedSeconds = families.wastedSeconds().labelValues(station);
        waitSeconds = families.waitSeconds().labelValues(station);
        serviceSeconds = families.serviceSeconds().labelValues(station);
    }

    /** One for each of these stations. */
    static List<StationTally> of(List<String> stations, Metrics metrics) {
        Families families = Families.in(metrics);
        return stations.stream().map(name -> new StationTally(families, name)).toList();
    }

    void enters() {
        entered.inc();
    }

    /** A worker takes a request that has waited for so long. */
    void begins(long waitedNs) {
        waitSeconds.observe(Metrics.seconds(waitedNs));
    }

    /** A worker is free again that a request has held for so long. */
    void released(long heldNs) {
        serviceSeconds.observe(Metrics.seconds(heldNs));
    }

    void ends(Fate fate) {
        answer(fate).inc();
    }

    void wasted(long heldNs) {
        ends(Fate.WASTED);
        wastedSeconds.inc(Metrics.seconds(heldNs));
    }

    long entered() {
        return entered.getLongValue();
    }

    long ended(Fate fate) {
        return answer(fate).getLongValue();
    }

    double wastedSeconds() {
        return wastedSeconds.get();
    }

    private CounterDataPoint answer(Fate fate) {
        return Objects.requireNonNull(answers.get(fate));
    }
}
