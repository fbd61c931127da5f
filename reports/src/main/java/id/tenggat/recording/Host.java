package id.tenggat.recording;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Where and when a run ran: everything that may differ between two runs that are the same otherwise.
 *
 * @param startedAt by the wall clock
 * @param endedAt by the wall clock; empty while the run goes on
 * @param commandLine the command that repeats the run
 * @param peakMemoryBytes the most memory that the process held; empty while the run goes on
 * @param tenggatVersion version of this program
 * @param stampsSignedBy whose code signed a live run's stamps, with what; empty where nothing is signed
 * @param thirdPartiesBy who played a live run's third parties, as on the command line; empty where nobody did
 * @param clientsSpoke what a live run's clients spoke, over how many connections; empty where nobody did
 */
public record Host(
        Instant startedAt,
        Optional<Instant> endedAt,
        String jvm,
        String os,
        int cores,
        String commandLine,
        OptionalLong peakMemoryBytes,
        String tenggatVersion,
        Optional<String> stampsSignedBy,
        Optional<String> thirdPartiesBy,
        Optional<String> clientsSpoke) {

    private static final Path LINUX_PROCESS = Path.of("/proc/self/status");

    /** This machine and process, at the start of a run. */
    public static Host here(Instant startedAt, String commandLine, String tenggatVersion) {
        return new Host(
                startedAt,
                Optional.empty(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                commandLine,
                OptionalLong.empty(),
                tenggatVersion,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same host of a run whose clients spoke so. */
    public Host speaking(String words) {
        return new Host(
                startedAt,
                endedAt,
                jvm,
                os,
                cores,
                commandLine,
                peakMemoryBytes,
                tenggatVersion,
                stampsSignedBy,
                thirdPartiesBy,
                Optional.of(words));
    }

    /** The same host when the run has ended, with the peak memory of this process. */
    public Host ended(Instant at) {
        return new Host(
                startedAt,
                Optional.of(at),
                jvm,
                os,
                cores,
                commandLine,
                OptionalLong.of(peakMemoryBytesHere()),
                tenggatVersion,
                stampsSignedBy,
                thirdPartiesBy,
                clientsSpoke);
    }

    /** The same host of a live run. */
    public Host servedBy(ServedBy served) {
        return new Host(
                startedAt,
                endedAt,
                jvm,
                os,
                cores,
                commandLine,
                peakMemoryBytes,
                tenggatVersion,
                told(served.stampsSignedBy()),
                told(served.thirdPartiesBy()),
                clientsSpoke);
    }

    private static Optional<String> told(String words) {
        return Optional.of(words).filter(text -> !text.isEmpty());
    }

    private static long peakMemoryBytesHere() {
        return peakResidentBytes().orElseGet(() -> ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum());
    }

    /** The line {@code VmHWM: 123456 kB} of Linux. */
    private static OptionalLong peakResidentBytes() {
        try (Stream<String> lines = Files.lines(LINUX_PROCESS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kib -> Long.parseLong(kib) * 1024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
