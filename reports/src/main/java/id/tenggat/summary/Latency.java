package id.tenggat.summary;

import id.tenggat.recording.LatencyLog.Latencies;

/** Quantiles of many values, in microseconds, from merged histograms; each rounded up by at most 0.1 %. */
public record Latency(long count, long p50Us, long p95Us, long p99Us, long p999Us, long maxUs) {

    static Latency of(Latencies latencies) {
        return new Latency(
                latencies.count(),
                latencies.quantileUs(0.5),
                latencies.quantileUs(0.95),
                latencies.quantileUs(0.99),
                latencies.quantileUs(0.999),
                latencies.maxUs());
    }
}
