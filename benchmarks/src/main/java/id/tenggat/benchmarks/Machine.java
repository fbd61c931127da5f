package id.tenggat.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a number was measured. */
final class Machine {

    private static final Path PROCESS = Path.of("/proc/self/status");

    private Machine() {}

    /** The JVM, the system and the cores. */
    static String line() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores";
    }

    /**
     * The most memory that this process ever held, in MiB: {@code VmHWM} of Linux.
     *
     * @throws UncheckedIOException on another system
     */
    static long peakResidentMib() {
        try (Stream<String> lines = Files.lines(PROCESS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
