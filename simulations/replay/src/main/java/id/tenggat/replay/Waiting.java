package id.tenggat.replay;

import id.tenggat.adapter.Wait;

/**
 * A client's wait. It asks at equal steps, and a last time when its patience ends.
 *
 * @param sinceNs engine time
 */
record Waiting(Wait rules, long sinceNs) {

    long nextPollNs(long nowNs) {
        long pollNs = nowNs + rules.rhythm().every().toNanos();
        return Math.max(nowNs, Math.min(pollNs, leavesNs()));
    }

    /** Whether a question that was due then was the last. */
    boolean isOver(long dueNs) {
        return dueNs >= leavesNs();
    }

    private long leavesNs() {
        return rules.rhythm().atMost().map(most -> sinceNs + most.toNanos()).orElse(Long.MAX_VALUE);
    }
}
