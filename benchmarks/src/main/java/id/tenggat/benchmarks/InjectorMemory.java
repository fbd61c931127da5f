package id.tenggat.benchmarks;

import id.tenggat.benchmarks.InjectorProcess.Injector;
import id.tenggat.benchmarks.delay.DelayScript;
import id.tenggat.benchmarks.delay.DelayServerProcess;
import id.tenggat.benchmarks.measure.ProcessCosts;
import id.tenggat.replay.Cadence;
import id.tenggat.replay.InjectorPlay;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How much memory the injector holds for each who is inside: what many need beyond what few do, after a collection of garbage. */
final class InjectorMemory {

    private static final Duration ALL_COME_WITHIN = Duration.ofSeconds(10);
    private static final Duration THEN = Duration.ofSeconds(10);
    private static final Duration FOREVER = Duration.ofHours(1);
    private static final int FEW = 100;
    private static final int CALLS = 2;

    private InjectorMemory() {}

    /** What everybody does. */
    private enum Doing {
        PAUSES("pauses", 50_000, FOREVER),
        WAITS("waits for an answer", 8_000, Duration.ZERO);

        private final String words;
        private final int many;
        private final Duration pause;

        Doing(String words, int many, Duration pause) {
            this.words = words;
            this.many = many;
            this.pause = pause;
        }
    }

    @SuppressWarnings("SystemOut")
    static void print() throws IOException, InterruptedException {
        System.out.println("who                  on                       heap KiB each   resident KiB each");
        for (Doing doing : Doing.values()) {
            for (Injector injector : List.of(Injector.BARE, Injector.RECORDED)) {
                ProcessCosts more = memory(injector, doing, doing.many).since(memory(injector, doing, FEW));
                double people = (doing.many - FEW) * 1024.0;
                System.out.printf(
                        Locale.ROOT,
                        "%-20s %-20s %17.2f %19.2f%n",
                        doing.words,
                        injector,
                        more.heapBytes() / people,
                        more.residentBytes() / people);
            }
        }
    }

    private static ProcessCosts memory(Injector injector, Doing doing, int people)
            throws IOException, InterruptedException {
        try (DelayServerProcess server = new DelayServerProcess(DelayScript.steady(FOREVER))) {
            Cadence cadence = new Cadence(people, ALL_COME_WITHIN, CALLS);
            try (InjectorProcess process =
                    new InjectorProcess(injector, new InjectorPlay(cadence, doing.pause, server.url()))) {
                Thread.sleep(ALL_COME_WITHIN.plus(THEN).toMillis());
                return process.memory();
            }
        }
    }
}
