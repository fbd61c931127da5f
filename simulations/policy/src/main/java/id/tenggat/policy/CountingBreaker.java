package id.tenggat.policy;

import id.tenggat.scenario.CallRules;
import id.tenggat.state.State;

/**
 * A circuit breaker over the last calls (Nygard, "Release It!", 2007):
 *
 * <pre>
 *            too many of the window's calls failed
 *   CLOSED ────────────────────────────────────────► OPEN ◄──┐
 *      ▲                                               │     │ a probe failed
 *      │ all probes were well                 its span │     │
 *      └──────────────────── HALF-OPEN ◄───────────────┘     │
 *                                └───────────────────────────┘
 * </pre>
 *
 * <p>A permit names the state that it was given in: what ends after that state tells nothing. Probes that do not come
 * back within the span that it would be open, because their requests were broken off, are given out again.
 */
final class CountingBreaker implements CallGuard.Breaker {

    private enum Phase {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final double failures;
    private final int probes;
    private final long openNs;
    private final boolean[] failed;

    private Phase phase = Phase.CLOSED;
    private long epoch;
    private long sinceNs;
    private int ended;
    private int failedCount;
    private int given;

    CountingBreaker(CallRules.Breaker settings) {
        failures = settings.failures();
        probes = settings.probes();
        openNs = settings.open().toNanos();
        failed = new boolean[settings.window()];
    }

    @Override
    public long begin(long nowNs) {
        boolean overdue = phase != Phase.CLOSED && nowNs - sinceNs >= openNs;
        if (overdue && (phase == Phase.OPEN || isHalfOpenAndAllGiven())) {
            enter(Phase.HALF_OPEN, nowNs);
        }
        if (phase == Phase.OPEN || isHalfOpenAndAllGiven()) {
            return CallGuard.REFUSED;
        }
        given += phase == Phase.HALF_OPEN ? 1 : 0;
        return epoch;
    }

    private boolean isHalfOpenAndAllGiven() {
        return phase == Phase.HALF_OPEN && given == probes;
    }

    @Override
    public void end(long nowNs, long permit, Result result) {
        if (permit != epoch || phase == Phase.OPEN) {
            return;
        } else if (phase == Phase.CLOSED) {
            count(nowNs, result == Result.FAILED);
        } else if (result == Result.FAILED) {
            enter(Phase.OPEN, nowNs);
        } else if (++ended == probes) {
            enter(Phase.CLOSED, nowNs);
        }
    }

    private void count(long nowNs, boolean hasFailed) {
        int place = ended % failed.length;
        failedCount += (hasFailed ? 1 : 0) - (ended >= failed.length && failed[place] ? 1 : 0);
        failed[place] = hasFailed;
        ended = ended + 1 == 2 * failed.length ? failed.length : ended + 1;
        if (ended >= failed.length && failedCount >= failures * failed.length) {
            enter(Phase.OPEN, nowNs);
        }
    }

    private void enter(Phase next, long nowNs) {
        phase = next;
        sinceNs = nowNs;
        epoch++;
        ended = 0;
        failedCount = 0;
        given = 0;
    }

    @Override
    public void carry(State state) {
        phase = state.of(phase, Phase.values());
        epoch = state.of(epoch);
        sinceNs = state.of(sinceNs);
        state.of(failed, failed.length);
        ended = state.of(ended);
        failedCount = state.of(failedCount);
        given = state.of(given);
    }
}
