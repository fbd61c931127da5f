package id.tenggat.policy;

import id.tenggat.policy.AbortWatch.End;
import id.tenggat.policy.AbortWatch.Seen;
import id.tenggat.scenario.AbortRule;
import id.tenggat.scenario.AbortRule.Sign;
import id.tenggat.scenario.Objective.Comparison;
import id.tenggat.scenario.Words;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * One abort rule's seconds. A quantile is above a bound when more than its complement of all values are, so every sign but
 * the crowd is a share: of attempts that count against the rule.
 */
final class RuleWatch {

    private final AbortRule rule;
    private final OptionalInt step;
    private final long needed;
    private final Ring all;
    private final Ring against;
    private final int lasting;
    private long heldSeconds;
    private long judged;
    private long judgedAgainst;

    RuleWatch(AbortRule rule, OptionalInt step) {
        this.rule = rule;
        this.step = step;
        this.needed = AbortWatch.attemptsNeeded(rule.condition().sign());
        long seconds = (rule.lasting().toNanos() + AbortWatch.SECOND_NS - 1) / AbortWatch.SECOND_NS;
        this.lasting = (int) Math.max(1, seconds);
        this.all = new Ring(lasting);
        this.against = new Ring(lasting);
    }

    AbortRule rule() {
        return rule;
    }

    void count(Seen attempt, long second) {
        boolean isOfStep = step.isEmpty() || step.getAsInt() == attempt.step();
        if (isOfStep && isCounted(attempt)) {
            all.add(second);
            if (isAgainst(attempt)) {
                against.add(second);
            }
        }
    }

    /** Latencies are of served attempts, as everywhere. */
    private boolean isCounted(Seen attempt) {
        return switch (rule.condition().sign()) {
            case LATENCY_P50, LATENCY_P95, LATENCY_P99 -> attempt.end() == End.SERVED;
            case ERROR_RATE, TIMEOUT_RATE, REJECTION_RATE, SLIP_P99 -> true;
            case INSIDE -> false;
        };
    }

    private boolean isAgainst(Seen attempt) {
        return switch (rule.condition().sign()) {
            case ERROR_RATE -> attempt.end() == End.FAILED;
            case TIMEOUT_RATE -> attempt.end() == End.TIMED_OUT;
            case REJECTION_RATE -> attempt.end() == End.REJECTED;
            case LATENCY_P50, LATENCY_P95, LATENCY_P99 -> isBeyond((double) attempt.latencyNs());
            case SLIP_P99 -> isBeyond((double) attempt.slipNs());
            case INSIDE -> false;
        };
    }

    private boolean isBeyond(double value) {
        return rule.condition().comparison().holds(value, rule.condition().bound());
    }

    /** Judges the second that has ended last; whether its condition has held for long enough by then. */
    boolean firesAfter(long second, long inside) {
        heldSeconds = holds(second, inside) ? heldSeconds + 1 : 0;
        return heldSeconds >= lasting;
    }

    private boolean holds(long second, long inside) {
        if (rule.condition().sign() == Sign.INSIDE) {
            return isBeyond((double) inside);
        }
        judged = 0;
        judgedAgainst = 0;
        for (long s = second; s > second - lasting && s >= 0 && judged < needed; s--) {
            judged += all.of(s);
            judgedAgainst += against.of(s);
        }
        return judged >= needed && exceeds((double) judgedAgainst / judged);
    }

    private boolean exceeds(double share) {
        return switch (rule.condition().sign()) {
            case LATENCY_P50 -> Comparison.ABOVE.holds(share, 0.5);
            case LATENCY_P95 -> Comparison.ABOVE.holds(share, 0.05);
            case LATENCY_P99, SLIP_P99 -> Comparison.ABOVE.holds(share, 0.01);
            case ERROR_RATE, TIMEOUT_RATE, REJECTION_RATE, INSIDE -> isBeyond(share);
        };
    }

    /** What the last second was judged by. */
    String observed(long inside) {
        if (rule.condition().sign() == Sign.INSIDE) {
            return inside + " applicants were inside";
        }
        String share = String.format(Locale.ROOT, "%.1f%% of the last %,d", 100.0 * judgedAgainst / judged, judged);
        return switch (rule.condition().sign()) {
            case ERROR_RATE -> share + " attempts failed";
            case TIMEOUT_RATE -> share + " attempts timed out";
            case REJECTION_RATE -> share + " attempts were rejected";
            case SLIP_P99 -> share + " attempts were sent late by " + bound();
            case LATENCY_P50, LATENCY_P95, LATENCY_P99 -> share + " served attempts took " + bound();
            case INSIDE -> "";
        };
    }

    private String bound() {
        return rule.condition().comparison().sign() + " "
                + Words.durationNs((long) rule.condition().bound());
    }

    /** Counts of the last seconds, and of the one that goes on. */
    private static final class Ring {

        private final long[] counts;
        private final long[] seconds;

        Ring(int lasting) {
            counts = new long[lasting + 1];
            seconds = new long[lasting + 1];
        }

        void add(long second) {
            int at = (int) (second % counts.length);
            if (seconds[at] != second) {
                seconds[at] = second;
                counts[at] = 0;
            }
            counts[at]++;
        }

        long of(long second) {
            int at = (int) (second % counts.length);
            return seconds[at] == second ? counts[at] : 0;
        }
    }
}
