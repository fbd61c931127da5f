package id.tenggat.summary;

import id.tenggat.recording.Audit;
import id.tenggat.recording.Fate;
import id.tenggat.recording.LatencyLog;
import id.tenggat.recording.Recording;
import id.tenggat.scenario.Metric;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What a recording says in numbers.
 *
 * @param steps in the journey's order
 * @param stations in the scenario's order, then the pools
 * @param slip sent − due of everything sent; empty if nothing was
 * @param audit empty if the run was never finished
 * @param signs what breaks first, and what next; empty if nothing breaks
 * @param strain how hard it was for the injector to keep its plan; empty if nobody measured
 */
public record Summary(
        Completion completion,
        Traffic traffic,
        List<StepSummary> steps,
        List<StationSummary> stations,
        Optional<Latency> slip,
        Optional<Audit> audit,
        List<FirstSign> signs,
        Optional<Strain> strain) {

    public Summary {
        steps = List.copyOf(steps);
        stations = List.copyOf(stations);
        signs = List.copyOf(signs);
    }

    /** Sums a recording up. */
    public static Summary of(Recording recording) {
        return new Summary(
                Completion.of(recording),
                Traffic.of(recording),
                IntStream.range(0, recording.provenance().steps().size())
                        .mapToObj(step -> StepSummary.of(recording, step))
                        .toList(),
                IntStream.range(0, recording.provenance().stations().size())
                        .mapToObj(station -> StationSummary.of(recording, station))
                        .toList(),
                recording.latencies().total(LatencyLog.SLIP).map(Latency::of),
                recording.audit(),
                FirstSign.of(recording),
                Strain.of(recording.injector(), recording.provenance().limits().slipP99Ns()));
    }

    /**
     * The value of a metric in its unit: durations in nanoseconds, shares from 0 to 1.
     *
     * @param subject the step or station of metrics that have one
     * @return empty if the recording holds no data for it
     */
    public OptionalDouble value(Metric metric, Optional<String> subject) {
        return switch (metric) {
            case COMPLETED_BY_DEADLINE -> completion.share();
            case REGENCY_MIN_COMPLETED ->
                completion.lowest().isPresent()
                        ? OptionalDouble.of(completion.lowest().get().share())
                        : OptionalDouble.empty();
            case LATENCY_P50 -> latencyNs(subject, Latency::p50Us);
            case LATENCY_P95 -> latencyNs(subject, Latency::p95Us);
            case LATENCY_P99 -> latencyNs(subject, Latency::p99Us);
            case LATENCY_P999 -> latencyNs(subject, Latency::p999Us);
            case LATENCY_MAX -> latencyNs(subject, Latency::maxUs);
            case REJECTED -> traffic.share(Fate.REJECTED);
            case TIMED_OUT -> traffic.share(Fate.TIMED_OUT);
            case FAILED -> traffic.share(Fate.FAILED);
            case RETRY_AMPLIFICATION -> traffic.retryAmplification();
            case WASTED_WORK -> wastedWork();
            case UTILISATION -> utilisation(subject);
            case STAMPS_LOST -> stamps(Audit::paid, Audit::lost);
            case STAMPS_DUPLICATED -> stamps(Audit::issued, Audit::duplicated);
            case PAID_WITHOUT_QUOTA ->
                stamps(Audit::paid, ledger -> ledger.findings().paidWithoutQuota());
            case QUOTA_LOST -> stamps(Audit::paid, ledger -> ledger.findings().quotaLost());
            case STAMPS_UNSIGNED ->
                stamps(Audit::paid, ledger -> ledger.findings().unsigned());
            case SUBMITTED_WITHOUT_STAMPS ->
                stamps(Audit::submitted, ledger -> ledger.findings().submittedWithoutStamps());
            case RECEIPTS_UNKNOWN ->
                stamps(Audit::paid, ledger -> ledger.findings().receiptsUnknown());
        };
    }

    private OptionalDouble latencyNs(Optional<String> step, ToLongFunction<Latency> quantileUs) {
        return steps.stream()
                .filter(s -> step.filter(s.name()::equals).isPresent())
                .flatMap(s -> s.latency().stream())
                .mapToDouble(latency -> quantileUs.applyAsLong(latency) * 1e3)
                .findFirst();
    }

    /**
     * Workers' busy time spent on requests whose client had left; empty if no worker was ever busy. What pools' connections
     * are held for is part of it already.
     */
    public OptionalDouble wastedWork() {
        return Ratio.of(workerNs(StationSummary::wastedNs), workerNs(StationSummary::busyNs));
    }

    private double workerNs(ToDoubleFunction<StationSummary> ns) {
        return stations.stream()
                .filter(s -> !s.station().isPool())
                .mapToDouble(ns)
                .sum();
    }

    private OptionalDouble utilisation(Optional<String> station) {
        return stations.stream()
                .filter(s -> station.filter(s.station().name()::equals).isPresent())
                .flatMap(s -> s.peakUtilisation().stream())
                .mapToDouble(Peak::value)
                .findFirst();
    }

    /** Where no stamp was paid for, or issued, nothing shows that none was lost, or doubled. */
    private OptionalDouble stamps(ToLongFunction<Audit> seen, ToLongFunction<Audit> count) {
        return audit.stream()
                .filter(ledger -> seen.applyAsLong(ledger) > 0)
                .mapToDouble(count::applyAsLong)
                .findFirst();
    }
}
