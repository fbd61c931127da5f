package id.tenggat.benchmarks.stamping;

import id.tenggat.benchmarks.measure.CpuClock;
import id.tenggat.benchmarks.measure.ResultTable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * For each document and algorithm a block with what every side's stamp costs: CPU time of the stamping thread, the least of
 * all iterations; wall time, their mean; how many times the floor, the bare signature and the product that CPU time is; and,
 * where JMH's profiler {@code gc} ran, the bytes allocated. What was not run is left empty.
 */
public final class StampTable implements ResultTable {

    private static final String ROW = "%-30s %12s %12s %9s %11s %10s %14s%n";
    private static final String FLOOR = "floor";
    private static final String SIGNATURE = "signature";
    private static final String PRODUCT = "product";
    private static final String PARTS = "PartsBenchmark";
    private static final String THEIRS = "theirs";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Map<String, Map<String, Cost>> blocks = new LinkedHashMap<>();

    /**
     * What one stamp costs.
     *
     * @param allocated bytes; NaN if not asked for
     */
    private record Cost(double cpuUs, double wallUs, double allocated) {}

    @Override
    public void add(RunResult result) {
        int threads = result.getParams().getThreads();
        String block = ResultTable.param(result, "document") + ", " + ResultTable.param(result, "algorithm")
                + (result.getParams().getBenchmark().contains(PARTS) ? ", parts" : "")
                + (threads == 1 ? "" : ", " + threads + " threads");
        blocks.computeIfAbsent(block, key -> new LinkedHashMap<>()).put(side(result), cost(result));
    }

    private static String side(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return switch (method) {
            case THEIRS -> Library.label(ResultTable.param(result, "library"), ResultTable.param(result, "flavour"));
            case "floorAndCopy" -> "floor and a copy";
            case "productPress" -> "product, update beside";
            case "productArrived" -> "product, hashed before";
            default -> method;
        };
    }

    private static Cost cost(RunResult result) {
        return new Cost(
                CpuClock.isCounted(result) ? CpuClock.leastMs(result) * 1e3 : Double.NaN,
                result.getPrimaryResult().getScore(),
                allocated(result));
    }

    private static double allocated(RunResult result) {
        for (String name : result.getSecondaryResults().keySet()) {
            if (name.endsWith(ALLOCATED)) {
                Result<?> bytes = result.getSecondaryResults().get(name);
                return bytes.getScore();
            }
        }
        return Double.NaN;
    }

    /** The table, with the product's provider above it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "provider of floor and product: " + Product.crypto() + "; of fair peers: " + Crypto.best() + "\n");
        blocks.forEach((block, costs) -> {
            text.append(String.format(ROW, block, "CPU µs", "wall µs", "× floor", "× signature", "× product", "bytes"));
            costs.forEach((side, cost) -> text.append(line(side, cost, costs)));
        });
        return text.toString();
    }

    private static String line(String side, Cost cost, Map<String, Cost> costs) {
        return String.format(
                ROW,
                "  " + side,
                number("%,.1f", cost.cpuUs),
                number("%,.1f", cost.wallUs),
                ratio(cost, costs.get(FLOOR)),
                ratio(cost, costs.get(SIGNATURE)),
                ratio(cost, costs.get(PRODUCT)),
                number("%,.0f", cost.allocated));
    }

    private static String ratio(Cost cost, @Nullable Cost baseline) {
        return baseline == null ? "" : number("%.3f", cost.cpuUs / baseline.cpuUs);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
