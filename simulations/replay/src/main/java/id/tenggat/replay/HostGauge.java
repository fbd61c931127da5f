package id.tenggat.replay;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import id.tenggat.recording.InjectorSecond.Load;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What this process and its machine are busy with, from one look to the next. Where the system does not tell, 0. */
final class HostGauge {

    private static final Path PROCESSORS = Path.of("/proc/stat");
    /** In the first line of {@link #PROCESSORS}: user, nice, system, idle, iowait, irq, softirq, steal. */
    private static final int IDLE = 3;

    private static final int IO_WAIT = 4;
    private static final int STOLEN = 7;
    private static final int FIELDS = 8;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<GarbageCollectorMXBean> pauses = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(HostGauge::pauses)
            .toList();
    private Look last = look();

    /** Files of this process. */
    record Files(long open, long limit) {}

    private record Look(long atNs, long processNs, long collectingMs, Ticks ticks) {}

    /** What all processors did so far, in ticks of the system's clock. */
    private record Ticks(long all, long idle, long stolen) {

        static final Ticks UNKNOWN = new Ticks(0, 0, 0);

        Ticks since(Ticks before) {
            return new Ticks(all - before.all, idle - before.idle, stolen - before.stolen);
        }

        double share(long part) {
            return all <= 0 ? 0 : (double) part / all;
        }
    }

    /** Some collectors have a second bean that counts what goes on beside the program. */
    private static boolean pauses(GarbageCollectorMXBean collector) {
        return Stream.of("Concurrent", "Cycles").noneMatch(collector.getName()::contains);
    }

    private Look look() {
        return new Look(
                System.nanoTime(),
                system.getProcessCpuTime(),
                pauses.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                        .sum(),
                ticks());
    }

    private static Ticks ticks() {
        try (Stream<String> lines = java.nio.file.Files.lines(PROCESSORS)) {
            long[] ticks = lines.findFirst().stream()
                    .flatMap(line -> Arrays.stream(line.split(" +", -1)).skip(1))
                    .limit(FIELDS)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return ticks.length == FIELDS
                    ? new Ticks(Arrays.stream(ticks).sum(), ticks[IDLE] + ticks[IO_WAIT], ticks[STOLEN])
                    : Ticks.UNKNOWN;
        } catch (IOException | RuntimeException notLinux) {
            return Ticks.UNKNOWN;
        }
    }

    /** Since the last call. */
    Load load() {
        Look before = last;
        Look now = look();
        last = now;
        double ns = Math.max(1, now.atNs() - before.atNs());
        Ticks ticks = now.ticks().since(before.ticks());
        return new Load(
                share((now.processNs() - before.processNs()) / ns / system.getAvailableProcessors()),
                share(ticks.share(ticks.all() - ticks.idle())),
                share(ticks.share(ticks.stolen())),
                share((now.collectingMs() - before.collectingMs()) * 1e6 / ns));
    }

    private static double share(double value) {
        return Math.min(1, Math.max(0, value));
    }

    Files files() {
        return system instanceof UnixOperatingSystemMXBean unix ? files(unix) : new Files(0, 0);
    }

    static Files files(UnixOperatingSystemMXBean unix) {
        long limit = unix.getMaxFileDescriptorCount();
        try {
            return new Files(unix.getOpenFileDescriptorCount(), limit);
        } catch (InternalError none) {
            // They are counted by listing a folder, which takes a file itself: at the limit there is none left for it.
            return new Files(limit, limit);
        }
    }
}
