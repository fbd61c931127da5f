package id.tenggat.ledger;

import id.tenggat.scenario.Scenario;

import java.util.Optional;
import java.util.stream.Collectors;

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

    /** A run of this scenario: all that its rows depend on belongs to the question. */
    static RunLabel of(Scenario scenario, Optional<Begun> begun) {
        String steps = scenario.journey().steps().stream()
                .map(step -> step.name() + ":" + step.action().word())
                .collect(Collectors.joining(" "));
        String question = "%s, seed %d, slice %s, %d applicants, steps %s, elsewhere %d"
                .formatted(
                        scenario.name(),
                        scenario.seed(),
                        scenario.slice(),
                        scenario.population().applicants(),
                        steps,
                        new Rules(scenario).elsewhere());
        return new RunLabel(question, begun);
    }
}
