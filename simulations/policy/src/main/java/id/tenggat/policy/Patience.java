package id.tenggat.policy;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.draw.Sampler;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Scenario;
import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * How long a client waits for the answer to a request: the same for all, or a keyed draw of each, the same in both engines.
 * Whoever clicks again waits no longer than until then. Immutable, safe for use by several threads.
 */
public final class Patience {

    /** The longest duration that a scenario can tell: a draw from a long tail must not leave the range of engine time. */
    private static final long LONGEST_NS = Duration.ofDays(1000).toNanos();

    private static final long DRAWN = 0;

    private final Draws draws;
    private final Sampler sampler;
    private final long fixedNs;
    private final long commonNs;
    private final @Nullable Reclicks reclicks;

    public Patience(Scenario scenario) {
        Distribution timeout = scenario.clients().timeout();
        draws = new Draws(scenario.seed());
        sampler = Sampler.of(timeout);
        reclicks = scenario.clients()
                .reclicks()
                .map(settings -> new Reclicks(settings, draws))
                .orElse(null);
        fixedNs = scenario.clients().commonTimeout().map(Duration::toNanos).orElse(DRAWN);
        commonNs = reclicks == null ? fixedNs : DRAWN;
    }

    /** True if each request has a patience of its own. */
    public boolean isDrawn() {
        return commonNs == DRAWN;
    }

    /** Nanoseconds from when this request is sent until its client times out or clicks again, 1 or more. */
    public long ns(int applicant, int step, int attemptKey) {
        return commonNs == DRAWN ? ownNs(applicant, step, attemptKey) : commonNs;
    }

    /** True if what ends this client's waiting, should no answer come, is that it clicks again. */
    public boolean endsInClick(int applicant, int step, int attemptKey) {
        return reclicks != null && reclicks.ns(applicant, step, attemptKey) < timeoutNs(applicant, step, attemptKey);
    }

    private long ownNs(int applicant, int step, int attemptKey) {
        long timeoutNs = timeoutNs(applicant, step, attemptKey);
        return reclicks == null ? timeoutNs : Math.min(timeoutNs, reclicks.ns(applicant, step, attemptKey));
    }

    private long timeoutNs(int applicant, int step, int attemptKey) {
        return fixedNs == DRAWN ? drawnNs(applicant, step, attemptKey) : fixedNs;
    }

    private long drawnNs(int applicant, int step, int attemptKey) {
        long ns = sampler.ns(draws.key(Purpose.PATIENCE, applicant, step, attemptKey));
        return Math.max(1, Math.min(ns, LONGEST_NS));
    }
}
