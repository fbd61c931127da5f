package id.tenggat.report;

import id.tenggat.recording.Life;
import id.tenggat.scenario.Scenario;

import java.util.List;

/**
 * What somebody asked to see of a recording besides its summary.
 *
 * @param traces applicants' lives
 * @param stations names of stations whose load is to be explained; those that a recording does not have are left out
 */
public record Asked(List<Trace> traces, List<String> stations) {

    /** Nothing. */
    public static final Asked NOTHING = new Asked(List.of(), List.of());

    /**
     * One applicant's life.
     *
     * @param scenario the (sliced) scenario that it was lived in
     */
    public record Trace(Scenario scenario, Life life) {}

    public Asked {
        traces = List.copyOf(traces);
        stations = List.copyOf(stations);
    }
}
