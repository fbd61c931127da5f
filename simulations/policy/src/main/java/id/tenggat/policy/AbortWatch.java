package id.tenggat.policy;

import id.tenggat.scenario.AbortRule;
import id.tenggat.scenario.AbortRule.Sign;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a live replay is to stop by itself. What happens is counted second by second of the run; each second that is over
 * is judged by what happened in it, or back to as many attempts as are needed to tell the sign from chance, though no longer
 * back than the rule lasts. A rule fires at the end of the last of as many seconds in a row as it lasts (rounded up to whole
 * ones) in which its condition held. Where too little happened it did not hold. Times are engine nanoseconds; not thread-safe.
 */
public final class AbortWatch {

    static final long SECOND_NS = 1_000_000_000;

    private final List<RuleWatch> rules;
    private long second;

    /** @param steps names of the journey's steps, in its order */
    public AbortWatch(List<AbortRule> rules, List<String> steps) {
        this.rules = rules.stream()
                .map(rule -> new RuleWatch(rule, stepOf(rule, steps)))
                .toList();
    }

    private static OptionalInt stepOf(AbortRule rule, List<String> steps) {
        Optional<String> step = rule.condition().step();
        return step.isPresent() ? OptionalInt.of(steps.indexOf(step.get())) : OptionalInt.empty();
    }

    /** How an attempt that was sent ended. */
    public enum End {
        SERVED,
        REJECTED,
        TIMED_OUT,
        FAILED
    }

    /**
     * An attempt that was sent.
     *
     * @param latencyNs done − due
     * @param slipNs sent − due
     */
    public record Seen(int step, End end, long latencyNs, long slipNs) {}

    /** Counts an attempt that has ended at this time, or before, but is told only now. */
    public void ended(Seen attempt, long nowNs) {
        for (RuleWatch rule : rules) {
            rule.count(attempt, Math.max(second, nowNs / SECOND_NS));
        }
    }

    /**
     * Judges the seconds that are over by now.
     *
     * @param inside applicants who are inside now
     * @return the first rule that fires, if one does
     */
    public Optional<Fired> at(long nowNs, long inside) {
        while ((second + 1) * SECOND_NS <= nowNs) {
            for (RuleWatch rule : rules) {
                if (rule.firesAfter(second, inside)) {
                    return Optional.of(new Fired(rule.rule(), rule.observed(inside), (second + 1) * SECOND_NS));
                }
            }
            second++;
        }
        return Optional.empty();
    }

    /**
     * A rule has fired.
     *
     * @param observed what was seen, in words
     * @param atNs the end of the second that made it
     */
    public record Fired(AbortRule rule, String observed, long atNs) {}

    /** How many attempts tell a sign from chance. */
    static long attemptsNeeded(Sign sign) {
        return switch (sign) {
            case ERROR_RATE, TIMEOUT_RATE, REJECTION_RATE, LATENCY_P50, LATENCY_P95 -> 20;
            case LATENCY_P99, SLIP_P99 -> 100;
            case INSIDE -> 0;
        };
    }
}
