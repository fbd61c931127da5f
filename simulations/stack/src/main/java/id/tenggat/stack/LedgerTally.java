package id.tenggat.stack;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;

/** The commits of a durable ledger since the stack started. May be told by any thread. */
final class LedgerTally {

    private final Counter commits;
    private final Counter entries;
    private final Histogram seconds;

    LedgerTally(Metrics metrics) {
        commits = metrics.counter("ledger_commits", "Commits of the ledger.");
        entries = metrics.counter("ledger_committed_entries", "Entries that the ledger has committed.");
        seconds = metrics.histogram(
                "ledger_commit_seconds", "How long a commit takes until it is durable.", Metrics.DELAYS_SECONDS);
    }

    /** So many entries are durable by one commit, which took so long. */
    void committed(int newEntries, long tookNs) {
        commits.inc();
        entries.inc(newEntries);
        seconds.observe(Metrics.seconds(tookNs));
    }

    long commits() {
        return commits.getLongValue();
    }

    long entries() {
        return entries.getLongValue();
    }
}
