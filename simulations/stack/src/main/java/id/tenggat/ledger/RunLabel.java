package id.tenggat.ledger;

import id.tenggat.scenario.Scenario;

import java.util.Optional;

/**
 * Of which run a ledger is.
 *
 * @param question what is played: scenario, seed and slice
 * @param begun when it began, if anybody began it: a run that a stack began by itself has no beginning to go on from
 */
public record RunLabel(String question, Optional<Begun> begun) {

    /**
     * The beginning of a measured run.
     *
     * @param startEpochMs the wall clock's instant at engine time 0, milliseconds since 1970
     * @param intervalNs length of its intervals, engine nanoseconds
     */
    public record Begun(long startEpochMs, long intervalNs) {}

    /** A run of this scenario. */
    public static RunLabel of(Scenario scenario, Optional<Begun> begun) {
        return new RunLabel(
                "%s, seed %d, slice %s".formatted(scenario.name(), scenario.seed(), scenario.slice()), begun);
    }
}
