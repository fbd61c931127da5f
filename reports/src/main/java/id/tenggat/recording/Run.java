package id.tenggat.recording;

import id.tenggat.recording.Provenance.AdapterUsed;
import id.tenggat.scenario.MeasuredFile;

import java.util.List;
import java.util.Optional;

/**
 * What a recording must know of a run beyond its schedule.
 *
 * @param engine the engine's name; nothing reads it but people
 * @param scenarioText the scenario file, verbatim
 * @param roundings what scaling to the slice has rounded, one line each
 * @param intervalNs length of an interval in engine nanoseconds, 10 ms or more
 * @param slipP99LimitNs the run is INVALID if 1 % of the attempts were sent later than this after they were due
 * @param host where the run runs, as far as is known at its start
 * @param measured the files of measured times that the scenario names, verbatim
 * @param adapter what tells the scenario to a system of the user's own; empty if the engine has the scenario's stations
 */
public record Run(
        String engine,
        String scenarioText,
        List<String> roundings,
        long intervalNs,
        long slipP99LimitNs,
        Host host,
        List<MeasuredFile> measured,
        Optional<AdapterUsed> adapter) {

    /** The shortest interval: histogram logs write their times in milliseconds. */
    public static final long MIN_INTERVAL_NS = 10_000_000;

    public Run {
        roundings = List.copyOf(roundings);
        measured = List.copyOf(measured);
        if (intervalNs < MIN_INTERVAL_NS) {
            throw new IllegalArgumentException("an interval must be 10 ms or longer, found " + intervalNs + " ns");
        }
        if (slipP99LimitNs < 0) {
            throw new IllegalArgumentException("the slip limit must not be negative, found " + slipP99LimitNs + " ns");
        }
    }

    /** A run of a scenario that names no measured times. */
    public Run(
            String engine,
            String scenarioText,
            List<String> roundings,
            long intervalNs,
            long slipP99LimitNs,
            Host host) {
        this(engine, scenarioText, roundings, intervalNs, slipP99LimitNs, host, List.of());
    }

    /** A run of an engine that has the scenario's own stations. */
    public Run(
            String engine,
            String scenarioText,
            List<String> roundings,
            long intervalNs,
            long slipP99LimitNs,
            Host host,
            List<MeasuredFile> measured) {
        this(engine, scenarioText, roundings, intervalNs, slipP99LimitNs, host, measured, Optional.empty());
    }

    /** The same run of a system that is told the scenario by an adapter. */
    public Run by(AdapterUsed used) {
        return new Run(engine, scenarioText, roundings, intervalNs, slipP99LimitNs, host, measured, Optional.of(used));
    }
}
