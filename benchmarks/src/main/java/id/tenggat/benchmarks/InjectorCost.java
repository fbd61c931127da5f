package id.tenggat.benchmarks;

import id.tenggat.benchmarks.InjectorProcess.Injector;
import id.tenggat.benchmarks.delay.DelayScript;
import id.tenggat.benchmarks.delay.DelayServerProcess;
import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.benchmarks.measure.ProcessCosts;
import id.tenggat.replay.Cadence;
import id.tenggat.replay.InjectorPlay;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Question: what does a request cost the injector, and an applicant who waits, and how much of it is the recording's?
 *
 * <p>Baseline: Gatling as its users write for it, with the same arrivals and requests, in turn with ours.
 *
 * <p>Trap: a JVM is cold at first and costs many times as much; each is measured from its twentieth second on. Processor time
 * counts, not what fits on a machine on which the server runs too.
 *
 * <p>Run: {@code ./tenggat bench injector}, about twenty minutes; {@code --quick} one round of three.
 */
public final class InjectorCost {

    private static final Duration COLD = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final Duration SPARE = Duration.ofSeconds(20);
    private static final int ROUNDS = 3;

    private InjectorCost() {}

    /** How much is wanted. */
    private enum Load {
        /** The injector sleeps and wakes up for nearly every call. */
        LIGHT(400, Duration.ofMillis(100), 1),
        /** As many calls, but as often as Gatling's own clock ticks, so that users share waking up. */
        LIGHT_TOGETHER(400, Duration.ofMillis(100), 4),
        /** More than any injector can: it never sleeps. */
        SATURATED(64, Duration.ofMillis(1), 1);

        private final int users;
        private final Duration gap;
        private final int together;

        Load(int users, Duration gap, int together) {
            this.users = users;
            this.gap = gap;
            this.together = together;
        }

        Cadence cadence(Duration span) {
            return Cadence.lasting(span, users, gap).inGroupsOf(together);
        }

        @Override
        public String toString() {
            return users + " users want to call every " + gap.toMillis() + " ms, "
                    + (together == 1 ? "each at instants of its own" : together + " at the same instants");
        }
    }

    /** Of one JVM. */
    private record Cost(double cpuUs, double bytes, double startUpSeconds, double requestsPerSecond) {}

    /** None, or {@code --quick}. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Lifeline.holdIfAsked();
        int rounds = List.of(arguments).contains("--quick") ? 1 : ROUNDS;
        System.out.println(Machine.line() + ", " + Machine.load());
        System.out.printf(Locale.ROOT, "medians of %d JVMs each, in turn%n", rounds);
        for (Load load : Load.values()) {
            measure(load, rounds);
        }
        InjectorMemory.print();
        System.exit(0);
    }

    @SuppressWarnings("SystemOut")
    private static void measure(Load load, int rounds) throws IOException, InterruptedException {
        Map<Injector, List<Cost>> costs = new EnumMap<>(Injector.class);
        for (int round = 0; round < rounds; round++) {
            for (Injector injector : Injector.values()) {
                costs.computeIfAbsent(injector, i -> new ArrayList<>()).add(cost(injector, load));
            }
        }
        System.out.println(load);
        System.out.println(
                "injector               requests/s   CPU us/request   to bare   requests/s a core   bytes/request   to bare   start-up s");
        Cost bare = median(costs.getOrDefault(Injector.BARE, List.of()));
        costs.forEach((injector, measured) -> row(injector, median(measured), bare));
    }

    private static Cost cost(Injector injector, Load load) throws IOException, InterruptedException {
        try (DelayServerProcess server = new DelayServerProcess(DelayScript.steady(Duration.ZERO))) {
            Cadence cadence = load.cadence(COLD.plus(MEASURED).plus(SPARE));
            long startedMs = System.currentTimeMillis();
            try (InjectorProcess process =
                    new InjectorProcess(injector, new InjectorPlay(cadence, Duration.ZERO, server.url()))) {
                Thread.sleep(COLD.toMillis());
                long answered = server.answered();
                ProcessCosts before = process.work();
                Thread.sleep(MEASURED.toMillis());
                double requests = server.answered() - answered;
                ProcessCosts work = process.work().since(before);
                return new Cost(
                        work.cpuNs() / 1e3 / requests,
                        work.allocatedBytes() / requests,
                        (server.firstEpochMs() - startedMs) / 1e3,
                        requests / MEASURED.toSeconds());
            }
        }
    }

    private static Cost median(List<Cost> costs) {
        return new Cost(
                median(costs, Cost::cpuUs),
                median(costs, Cost::bytes),
                median(costs, Cost::startUpSeconds),
                median(costs, Cost::requestsPerSecond));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return figure.applyAsDouble(costs.stream()
                .sorted(Comparator.comparingDouble(figure))
                .toList()
                .get(costs.size() / 2));
    }

    @SuppressWarnings("SystemOut")
    private static void row(Injector injector, Cost cost, Cost bare) {
        System.out.printf(
                Locale.ROOT,
                "%-20s %12.0f %16.1f %9.3f %19.0f %15.0f %9.3f %12.2f%n",
                injector,
                cost.requestsPerSecond(),
                cost.cpuUs(),
                cost.cpuUs() / bare.cpuUs(),
                1e6 / cost.cpuUs(),
                cost.bytes(),
                cost.bytes() / bare.bytes(),
                cost.startUpSeconds());
    }
}
