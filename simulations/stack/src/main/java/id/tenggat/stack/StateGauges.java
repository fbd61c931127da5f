package id.tenggat.stack;

import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The levels of the run that goes on, and counts that others keep, looked up when somebody asks. */
final class StateGauges {

    /** Where they are looked up. */
    record Sources(Scenario scenario, StackRuns runs, BodyBudget budget, Doors doors, Faults faults) {}

    private final Sources sources;
    private final Metrics metrics;

    private StateGauges(Sources sources, Metrics metrics) {
        this.sources = sources;
        this.metrics = metrics;
    }

    /** Serves them among these metrics. */
    static void register(Sources sources, Metrics metrics) {
        StateGauges gauges = new StateGauges(sources, metrics);
        gauges.scenario();
        gauges.stations();
        gauges.pools();
        gauges.memory();
        gauges.connections();
    }

    private void scenario() {
        Scenario scenario = sources.scenario();
        metrics.info("scenario", "What is played.", "scenario", "slice", "seed")
                .setLabelValues(scenario.name(), scenario.slice().toString(), Long.toString(scenario.seed()));
        metrics.counted("runs", "Runs that have begun.", sources.runs()::begun);
        metrics.counted("faults", "What went wrong inside the stack itself.", sources.faults()::count);
    }

    private void stations() {
        station("station_queue_length", "Requests that wait.", LiveStation::waiting);
        station("station_busy_workers", "Workers that a request holds.", LiveStation::busy);
        station("station_workers", "Workers that can work now, busy or not.", LiveStation::workers);
        List<Station> settings = sources.scenario().stack().stations();
        metrics.gauge(
                "station_queue_limit",
                "Requests that may wait at most.",
                out -> settings.forEach(station -> out.call(station.queueLimit(), station.name())),
                "station");
    }

    private void station(String name, String help, ToDoubleFunction<LiveStation> level) {
        List<Station> settings = sources.scenario().stack().stations();
        metrics.gauge(
                name,
                help,
                out -> each(
                        settings.stream().map(Station::name).toList(),
                        sources.runs().current().stations(),
                        level,
                        out),
                "station");
    }

    private void pools() {
        pool("pool_queue_length", "Workers that wait for a connection.", LivePool::waiting);
        pool("pool_busy_connections", "Connections in use.", LivePool::busy);
        List<Pool> settings = sources.scenario().stack().pools();
        metrics.gauge(
                "pool_connections",
                "Connections there are.",
                out -> settings.forEach(pool -> out.call(pool.size(), pool.name())),
                "pool");
    }

    private void pool(String name, String help, ToDoubleFunction<LivePool> level) {
        List<Pool> settings = sources.scenario().stack().pools();
        metrics.gauge(
                name,
                help,
                out -> each(
                        settings.stream().map(Pool::name).toList(),
                        sources.runs().current().pools(),
                        level,
                        out),
                "pool");
    }

    private static <T> void each(
            List<String> names, List<T> things, ToDoubleFunction<T> level, GaugeWithCallback.Callback out) {
        for (int i = 0; i < names.size(); i++) {
            out.call(level.applyAsDouble(things.get(i)), names.get(i));
        }
    }

    private void memory() {
        BodyBudget budget = sources.budget();
        metrics.gauge("kept_bodies_bytes", "Bytes of posted documents that are kept.", budget::heldBytes);
        metrics.gauge("kept_bodies_limit_bytes", "Bytes of posted documents that may be kept.", budget::limitBytes);
        metrics.counted("refused_bodies", "Documents refused because too many bytes were kept.", budget::refusals);
    }

    private void connections() {
        metrics.gauge("http_open_connections", "Connections that clients hold.", sources.doors()::open);
    }
}
