package id.tenggat.stack;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;

import java.util.List;

/** What has happened at one pool of connections since the stack started. It only grows: it outlives runs. */
final class PoolTally {

    private final DistributionDataPoint waitSeconds;

    private PoolTally(DistributionDataPoint waitSeconds) {
        this.waitSeconds = waitSeconds;
    }

    /** One for each of these pools. */
    static List<PoolTally> of(List<String> pools, Metrics metrics) {
        Histogram waits = metrics.histogram(
                "pool_wait_seconds",
                "From a worker's asking for a connection until it has one.",
                Metrics.WAITS_SECONDS,
                "pool");
        return pools.stream()
                .map(name -> new PoolTally(waits.labelValues(name)))
                .toList();
    }

    /** A worker has a connection, for which it has waited for so long. */
    void connected(long waitedNs) {
        waitSeconds.observe(Metrics.seconds(waitedNs));
    }
}
