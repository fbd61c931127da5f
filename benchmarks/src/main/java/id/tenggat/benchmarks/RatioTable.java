package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.CpuClock;
import id.tenggat.benchmarks.measure.ResultTable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * For each workload the least cost of the product and of SSJ's best event list, and their ratio. The least of all
 * iterations is taken: CPU time of a run in milliseconds, or of a hold in nanoseconds.
 */
final class RatioTable implements ResultTable {

    private static final String ROW = "%-26s %-16s %16s %-14s %14s %8s%n";

    private final Map<String, Row> rows = new TreeMap<>();

    private static final class Row {
        private final List<Cost> product = new ArrayList<>();
        private final List<Cost> ssj = new ArrayList<>();
    }

    /**
     * What one variant of a side costs.
     *
     * @param variant whether a recording is written, or SSJ's event list
     */
    private record Cost(String variant, double least, String unit) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,.1f %s", least, unit);
        }
    }

    @Override
    public void add(RunResult result) {
        String[] path = result.getParams().getBenchmark().split("\\.", -1);
        String pending = ResultTable.param(result, "pending");
        String workload = path[path.length - 2] + (pending.isEmpty() ? "" : " " + pending);
        Row row = rows.computeIfAbsent(workload, key -> new Row());
        boolean isSsj = path[path.length - 1].equals("ssj");
        (isSsj ? row.ssj : row.product).add(cost(result, ResultTable.param(result, isSsj ? "list" : "recording")));
    }

    private static Cost cost(RunResult result, String variant) {
        boolean isLong = result.getParams().getMode() == Mode.SingleShotTime;
        double leastMs = CpuClock.leastMs(result);
        return new Cost(variant, isLong ? leastMs : leastMs * 1e6, isLong ? "ms" : "ns");
    }

    /** The table: a line for each of the product's variants. */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(String.format(ROW, "workload", "recording", "product", "best of SSJ", "", "ratio"));
        rows.forEach((workload, row) -> row.product.forEach(cost -> text.append(line(workload, cost, row.ssj))));
        return text.toString();
    }

    private static String line(String workload, Cost product, List<Cost> ssj) {
        return ssj.stream()
                .min(Comparator.comparingDouble(Cost::least))
                .map(best -> String.format(
                        ROW, workload, product.variant(), product, best.variant(), best, ratio(product, best)))
                .orElseGet(() -> String.format(ROW, workload, product.variant(), product, "not run", "", ""));
    }

    private static String ratio(Cost product, Cost ssj) {
        return String.format(Locale.ROOT, "%.2f", ssj.least() / product.least());
    }
}
