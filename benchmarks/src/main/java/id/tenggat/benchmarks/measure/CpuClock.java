package id.tenggat.benchmarks.measure;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The CPU that the benchmark's own thread takes: the time to trust on a machine that others use too. Compiler and collector
 * threads are not in it.
 */
public final class CpuClock {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuClock() {}

    /** What is measured. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        /** Does it. */
        T done() throws E;
    }

    /** Does one piece of work and counts its CPU. */
    public static <T, E extends Exception> T count(CpuTime cpu, Work<T, E> work) throws E {
        return count(cpu, 1, work);
    }

    /** Does many pieces of work and counts their CPU. */
    public static <T, E extends Exception> T count(CpuTime cpu, int pieces, Work<T, E> work) throws E {
        long startNs = nowNs();
        T done = work.done();
        cpu.cpuMs += (nowNs() - startNs) / 1e6;
        cpu.pieces += pieces;
        return done;
    }

    /** CPU time of the calling thread so far, in nanoseconds. */
    public static long nowNs() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Whether a benchmark has counted its CPU. */
    public static boolean isCounted(RunResult result) {
        return result.getSecondaryResults().containsKey("cpuMs");
    }

    /**
     * Milliseconds of CPU that one piece took in the least of all iterations: whatever else the machine does only adds.
     *
     * @throws IllegalStateException if the benchmark has not counted its CPU
     */
    public static double leastMs(RunResult result) {
        return result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(CpuClock::ms)
                .min()
                .orElseThrow();
    }

    private static double ms(IterationResult iteration) {
        return counted(iteration, "cpuMs") / counted(iteration, "pieces");
    }

    private static double counted(IterationResult iteration, String name) {
        Result<?> counter = iteration.getSecondaryResults().get(name);
        if (counter == null) {
            throw new IllegalStateException("an iteration has not counted " + name);
        }
        return counter.getScore();
    }
}
