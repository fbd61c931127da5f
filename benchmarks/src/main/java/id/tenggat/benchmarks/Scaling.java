package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.CpuClock;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.capacity.Outcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Question: does an attempt cost the same, and does the memory stay, when a nation of 300,176 grows to 4 and to 40
 * million, its stations alike?
 *
 * <p>Baseline: the product itself at 300,176. Trap: the peak of memory belongs to a process, so that each size has a JVM of
 * its own; and a JVM that may take more heap does. Set {@code -Xmx}, which is handed on.
 *
 * <p>Run: {@code java -Xmx64m -XX:+UseSerialGC -cp benchmarks/target/benchmarks.jar id.tenggat.benchmarks.Scaling}
 */
public final class Scaling {

    private static final int PER_REGENCY = 584;
    private static final int[] FACTORS = {1, 13, 133};
    private static final int WARM_UPS = 3;

    private Scaling() {}

    /** Without arguments all sizes; with one a single size, as a factor of 300,176 applicants. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        if (arguments.length == 1) {
            System.out.println(measured(Integer.parseInt(arguments[0])));
            return;
        }
        System.out.println(Machine.line());
        System.out.printf("%12s %12s %14s %10s %12s%n", "applicants", "attempts", "ns an attempt", "CPU s", "peak MiB");
        for (int factor : FACTORS) {
            inOwnProcess(factor);
        }
    }

    private static void inOwnProcess(int factor) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Scaling.class.getName(), "" + factor));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("factor " + factor + " ended with status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at factor " + factor, e);
        }
    }

    private static String measured(int factor) {
        for (int i = 0; i < WARM_UPS; i++) {
            Play.recorded(Question.deadline());
        }
        Question question = Question.deadline().perRegency(PER_REGENCY * factor).capacityTimes(factor);
        long startNs = CpuClock.nowNs();
        Outcome outcome = Play.recorded(question);
        long cpuNs = CpuClock.nowNs() - startNs;
        return String.format(
                Locale.ROOT,
                "%,12d %,12d %14.1f %10.2f %12d",
                question.scenario().population().applicants(),
                outcome.attempts(),
                (double) cpuNs / outcome.attempts(),
                cpuNs / 1e9,
                Machine.peakResidentMib());
    }
}
