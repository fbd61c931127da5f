package id.tenggat.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * This process's standard input, held by the process that started it: when that closes it or dies, it is cut. Until then
 * lines may come over it.
 */
final class Lifeline {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch cut = new CountDownLatch(1);

    private Lifeline() {}

    /** Watches standard input from now on; once it is cut, this runs. */
    static Lifeline hold(Runnable whenCut) {
        return hold(line -> {}, whenCut);
    }

    /** The same, and hands on every line that comes. */
    static Lifeline hold(Consumer<String> heard, Runnable whenCut) {
        Lifeline lifeline = new Lifeline();
        Thread watcher = new Thread(() -> lifeline.awaitEnd(heard, whenCut), "lifeline");
        watcher.setDaemon(true);
        watcher.start();
        return lifeline;
    }

    private void awaitEnd(Consumer<String> heard, Runnable whenCut) {
        try {
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(heard);
        } catch (UncheckedIOException e) {
            // A broken pipe is a cut line too.
        }
        cut.countDown();
        whenCut.run();
    }

    /** Waits until it is cut, but not for ever. */
    void awaitCut() {
        try {
            var unused = cut.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
