package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Scenario;

import java.time.Duration;

/**
 * How long a client waits for the answer to an attempt: the same for all, or a keyed draw of each attempt, the same in both
 * engines. Immutable, safe for use by several threads.
 */
public final class Patience {

    /** The longest duration that a scenario can tell: a draw from a long tail must not leave the range of engine time. */
    private static final long LONGEST_NS = Duration.ofDays(1000).toNanos();

    private static final long DRAWN = 0;

    private final Draws draws;
    private final Sampler sampler;
    private final long commonNs;

    public Patience(Scenario scenario) {
        Distribution timeout = scenario.clients().timeout();
        draws = new Draws(scenario.seed());
        sampler = Sampler.of(timeout);
        commonNs = scenario.clients().commonTimeout().map(Duration::toNanos).orElse(DRAWN);
    }

    /** True if each attempt has a patience of its own. */
    public boolean isDrawn() {
        return commonNs == DRAWN;
    }

    /** Nanoseconds from when this attempt is sent, 1 or more. */
    public long ns(int applicant, int step, int attemptKey) {
        return commonNs == DRAWN ? drawnNs(applicant, step, attemptKey) : commonNs;
    }

    private long drawnNs(int applicant, int step, int attemptKey) {
        long ns = sampler.ns(draws.key(Purpose.PATIENCE, applicant, step, attemptKey));
        return Math.max(1, Math.min(ns, LONGEST_NS));
    }
}
