package id.tenggat.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;

/**
 * Milliseconds of CPU that the benchmark's own thread took: the second result beside JMH's wall time, and the one to trust
 * on a machine that others use too. Compiler and collector threads are not in it.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CpuTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** As JMH wants it: a public counter. */
    public double cpuMs;

    /** Runs or holds that took it. */
    public double pieces;

    /** Does one piece of work and counts its CPU. */
    <T> T of(Supplier<T> work) {
        return of(1, work);
    }

    /** Does many pieces of work and counts their CPU. */
    <T> T of(int count, Supplier<T> work) {
        long startNs = nowNs();
        T done = work.get();
        cpuMs += (nowNs() - startNs) / 1e6;
        pieces += count;
        return done;
    }

    /** CPU time of the calling thread so far, in nanoseconds. */
    static long nowNs() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
