package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.CpuClock;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.capacity.Outcome;

import java.util.List;
import java.util.Locale;

/**
 * Question: how many seconds of one core does a national scenario take, once the JVM is warm, its recording written?
 *
 * <p>Baseline: 0.5 s for 300,176 applicants, 5 s for 3,963,832. Trap: wall time tells of the neighbours; the playing
 * thread's CPU time is printed, run by run, the first ones cold.
 *
 * <p>Run: {@code java -cp benchmarks/target/benchmarks.jar id.tenggat.benchmarks.Nation [NAME [RUNS]]}
 */
public final class Nation {

    private static final int RUNS = 6;

    private Nation() {}

    /** The name of a scenario in {@code scenarios/}, and how often it is run; without a name both national ones. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        System.out.println(Machine.line());
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : RUNS;
        List<String> names =
                arguments.length > 0 ? List.of(arguments[0]) : List.of("cpns-2024-584", "cpns-2024-historic");
        for (String name : names) {
            for (int run = 1; run <= runs; run++) {
                System.out.println(name + ", run " + run + ": " + played(Question.national(name)));
            }
        }
    }

    private static String played(Question question) {
        long startNs = CpuClock.nowNs();
        Outcome outcome = Play.recorded(question);
        long cpuNs = CpuClock.nowNs() - startNs;
        return String.format(
                Locale.ROOT,
                "%.3f s CPU, %,d events, %,d attempts, %.1f ns an attempt",
                cpuNs / 1e9,
                outcome.events(),
                outcome.attempts(),
                (double) cpuNs / outcome.attempts());
    }
}
