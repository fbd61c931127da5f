package id.tenggat.summary;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.recording.StationRow;
import id.tenggat.recording.StationSample;
import id.tenggat.recording.StepRow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What load one station had, in Erlangs: worker-seconds of work a second. Time is the engine's.
 *
 * @param totals its counts over the whole run
 * @param arrivals attempts that came to its door
 * @param meanHoldNs how long a worker was held for one, with third parties' calls; empty if no work ended
 * @param offered arrivals × mean hold, as if every attempt had been served; empty if no work ended
 * @param firsts the same of steps' first attempts alone: the load without retries
 * @param carried busy workers
 * @param utilisation busy of possible worker time; empty if no worker could work
 * @param queueMean requests waiting, on average over time
 * @param meanWaitNs of those who entered, by Little's law: queue = entries per time × wait; empty if nobody entered
 * @param steps what it serves, in the journey's order
 * @param firstFull the first instant of the interval in which its queue first stood at its limit
 * @param firstRejecting the first instant of the interval in which it first turned requests away
 */
public record StationLoad(
        StationSummary totals,
        long arrivals,
        OptionalDouble meanHoldNs,
        Optional<Erlangs> offered,
        Optional<Erlangs> firsts,
        Erlangs carried,
        OptionalDouble utilisation,
        double queueMean,
        OptionalDouble meanWaitNs,
        List<StepShare> steps,
        Optional<Instant> firstFull,
        Optional<Instant> firstRejecting) {

    /** How busy workers should be at most, so that chance has room: a rule of thumb. */
    public static final double ROOM_FOR_CHANCE = 0.8;

    /**
     * A load.
     *
     * @param mean over the whole run
     * @param peak in the interval in which it was largest
     */
    public record Erlangs(double mean, Peak peak) {

        /**
         * Workers that the peak would keep busy for 80 % of their time. Where those who are turned away come again, queues are
         * bounded and service is not exponential, Erlang's formulas do not hold, and are not asked.
         */
        public long workersForPeak() {
            return (long) Math.ceil(peak.value() / ROOM_FOR_CHANCE);
        }
    }

    /**
     * A step that it serves.
     *
     * @param share of the attempts that came to its door; 0 if none came
     */
    public record StepShare(String name, long sent, double share) {}

    public StationLoad {
        steps = List.copyOf(steps);
    }

    /** The load of the station at this index; empty if it told nothing. */
    public static Optional<StationLoad> of(Recording recording, int station) {
        List<StationRow> rows = recording.stationRows(station);
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Reading(recording, station, rows).load());
    }

    /** One station's rows, read together. */
    private record Reading(Recording recording, int station, List<StationRow> rows) {

        StationLoad load() {
            StationSummary totals = StationSummary.of(recording, station);
            long arrivals = stepRows().stream().mapToLong(StepRow::sent).sum();
            OptionalDouble holdNs = Ratio.of(totals.busyNs(), (double) worked(totals, arrivals));
            return new StationLoad(
                    totals,
                    arrivals,
                    holdNs,
                    erlangs(holdNs, StepRow::sent),
                    erlangs(holdNs, StepRow::begun),
                    erlangs(row -> row.sample().busyNs()),
                    Ratio.of(totals.busyNs(), sum(StationSample::capacityNs)),
                    sum(StationSample::queueNs) / spanNs(),
                    Ratio.of(sum(StationSample::queueNs), (double) totals.entered()),
                    steps(arrivals),
                    first(row -> isFull(row.sample())),
                    first(row -> row.sample().rejected() > 0));
        }

        /** What failed at the door of a station that was down held no worker. */
        private static long worked(StationSummary totals, long arrivals) {
            long failedAtTheDoor = Math.max(0, arrivals - totals.entered() - totals.rejected());
            return Math.max(0, totals.served() + totals.wasted() + totals.failed() - failedAtTheDoor);
        }

        private double spanNs() {
            return (double) rows.size() * intervalNs();
        }

        private long intervalNs() {
            return recording.provenance().axis().intervalNs();
        }

        private List<StepRow> stepRows() {
            List<Provenance.Step> steps = recording.provenance().steps();
            return recording.steps().stream()
                    .filter(row -> steps.get(row.step()).station() == station)
                    .toList();
        }

        private double sum(ToDoubleFunction<StationSample> part) {
            return rows.stream().map(StationRow::sample).mapToDouble(part).sum();
        }

        private Erlangs erlangs(ToDoubleFunction<StationRow> workNs) {
            double total = rows.stream().mapToDouble(workNs).sum();
            Peak peak = Peak.of(
                            rows,
                            recording.provenance().axis(),
                            StationRow::interval,
                            row -> workNs.applyAsDouble(row) / intervalNs())
                    .orElseThrow();
            return new Erlangs(total / spanNs(), peak);
        }

        private Optional<Erlangs> erlangs(OptionalDouble holdNs, ToLongFunction<StepRow> count) {
            if (holdNs.isEmpty()) {
                return Optional.empty();
            }
            long[] counts = new long[recording.timeline().size()];
            stepRows().forEach(row -> counts[row.interval()] += count.applyAsLong(row));
            return Optional.of(
                    erlangs(row -> row.interval() < counts.length ? counts[row.interval()] * holdNs.getAsDouble() : 0));
        }

        private List<StepShare> steps(long arrivals) {
            List<Provenance.Step> steps = recording.provenance().steps();
            return IntStream.range(0, steps.size())
                    .filter(step -> steps.get(step).station() == station)
                    .mapToObj(step -> share(StepSummary.of(recording, step), arrivals))
                    .toList();
        }

        private static StepShare share(StepSummary step, long arrivals) {
            return new StepShare(
                    step.name(), step.sent(), Ratio.of(step.sent(), arrivals).orElse(0));
        }

        private boolean isFull(StationSample sample) {
            int limit = recording.provenance().stations().get(station).queueLimit();
            return limit > 0 && sample.queueMax() >= limit;
        }

        private Optional<Instant> first(Predicate<StationRow> sign) {
            return rows.stream()
                    .filter(sign)
                    .findFirst()
                    .map(row -> recording.provenance().axis().startOf(row.interval()));
        }
    }
}
