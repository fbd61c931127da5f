package id.tenggat.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What this process has cost so far.
 *
 * @param cpuNs of all its threads, the compiler's and the collector's too
 * @param allocatedBytes by all Java threads that live
 * @param heapBytes what lives on the heap; 0 if that was not asked for
 * @param residentBytes its memory; 0 likewise
 */
public record ProcessCosts(long cpuNs, long allocatedBytes, long heapBytes, long residentBytes) {

    /** Time and allocation. */
    public static ProcessCosts work() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
        return new ProcessCosts(system.getProcessCpuTime(), allocated, 0, 0);
    }

    /** Memory, after a collection of garbage. */
    public static ProcessCosts memory() {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new ProcessCosts(0, 0, heap, Machine.statusKib("VmRSS:") * 1024);
    }

    /** As a line for another process. */
    public String line() {
        return cpuNs + " " + allocatedBytes + " " + heapBytes + " " + residentBytes;
    }

    /** From such a line. */
    public static ProcessCosts parse(String line) {
        String[] words = line.split(" ", -1);
        return new ProcessCosts(
                Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
    }

    /** What came on top of an earlier one. */
    public ProcessCosts since(ProcessCosts earlier) {
        return new ProcessCosts(
                cpuNs - earlier.cpuNs,
                allocatedBytes - earlier.allocatedBytes,
                heapBytes - earlier.heapBytes,
                residentBytes - earlier.residentBytes);
    }
}
