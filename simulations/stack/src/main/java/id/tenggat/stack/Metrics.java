package id.tenggat.stack;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The metrics of one stack, each under the prefix {@link #PREFIX}; durations are in seconds. */
final class Metrics {

    static final String PREFIX = "tenggat_";

    /** Upper bounds for what people wait for: a millisecond to a minute. */
    static final double[] WAITS_SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
    };

    /** Upper bounds for what the machine adds: a tenth of a millisecond to a second. */
    static final double[] DELAYS_SECONDS = {
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1
    };

    private static final double NS_PER_SECOND = 1e9;

    private final PrometheusRegistry registry = new PrometheusRegistry();

    static double seconds(long ns) {
        return ns / NS_PER_SECOND;
    }

    PrometheusRegistry registry() {
        return registry;
    }

    /** A counter; its name ends in {@code _total} where it is served. */
    Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    /** A counter that something else counts already. */
    void counted(String name, String help, LongSupplier count) {
        CounterWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .callback(out -> out.call((double) count.getAsLong()))
                .register(registry);
    }

    /** Counters that something else counts already, by the values of a label. */
    void counted(String name, String help, String label, Map<String, LongSupplier> counts) {
        CounterWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(label)
                .callback(out -> counts.forEach((value, count) -> out.call((double) count.getAsLong(), value)))
                .register(registry);
    }

    /** A level that is looked up when somebody asks. */
    void gauge(String name, String help, LongSupplier level) {
        gauge(name, help, out -> out.call((double) level.getAsLong()));
    }

    /** Levels that are looked up when somebody asks. */
    void gauge(String name, String help, Consumer<GaugeWithCallback.Callback> look, String... labels) {
        GaugeWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(labels)
                .callback(look)
                .register(registry);
    }

    /** A histogram in seconds. */
    Histogram histogram(String name, String help, double[] bounds, String... labels) {
        return Histogram.builder()
                .name(PREFIX + name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(bounds)
                .withoutExemplars()
                .register(registry);
    }

    /** What does not change, as labels of a gauge that is 1. */
    Info info(String name, String help, String... labels) {
        return Info.builder().name(PREFIX + name).help(help).labelNames(labels).register(registry);
    }
}
