package id.tenggat.stack;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** By how much the machine was late since the stack started. It outlives runs. */
final class LateTally implements Fidelity.Witness {

    private final Map<Fidelity.Cause, DistributionDataPoint> seconds = new EnumMap<>(Fidelity.Cause.class);

    LateTally(Metrics metrics) {
        Histogram late = metrics.histogram(
                "late_seconds",
                "How much later than modelled something ended: event_loop has every end of service, third_party every answer, work what was late.",
                Metrics.DELAYS_SECONDS,
                "cause");
        for (Fidelity.Cause cause : Fidelity.Cause.values()) {
            seconds.put(cause, late.labelValues(cause.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public void late(Fidelity.Cause cause, long ns) {
        Objects.requireNonNull(seconds.get(cause)).observe(Metrics.seconds(ns));
    }
}
