package id.tenggat.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a number was measured. */
public final class Machine {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final Path PROCESS = Path.of("/proc/self/status");

    private Machine() {}

    /** The JVM, the system and the cores. */
    public static String line() {
        return java() + ", " + hardware();
    }

    /** What else it does: runnable threads, averaged over a minute. */
    public static String load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? "load unknown" : String.format(Locale.ROOT, "load average %.1f", load);
    }

    /** The JVM. */
    public static String java() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
    }

    /** The system, the processor where Linux tells it, and the cores. */
    public static String hardware() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + processor() + ", "
                + Runtime.getRuntime().availableProcessors() + " cores";
    }

    private static String processor() {
        if (!Files.isReadable(PROCESSORS)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The most memory that this process ever held, in MiB: {@code VmHWM} of Linux.
     *
     * @throws UncheckedIOException on another system
     */
    public static long peakResidentMib() {
        return statusKib("VmHWM:") / 1024;
    }

    /** A size of this process by the word that its line begins with in Linux's status. */
    static long statusKib(String word) {
        try (Stream<String> lines = Files.lines(PROCESS)) {
            return lines.filter(line -> line.startsWith(word))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("memory is measured on Linux only", e);
        }
    }
}
