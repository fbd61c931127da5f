package id.tenggat.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** This process's standard input, held by the process that started it: when that closes it or dies, it is cut. */
final class Lifeline {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch cut = new CountDownLatch(1);

    private Lifeline() {}

    /** Watches standard input from now on; once it is cut, this runs. */
    static Lifeline hold(Runnable whenCut) {
        Lifeline lifeline = new Lifeline();
        Thread watcher = new Thread(() -> lifeline.awaitEnd(whenCut), "lifeline");
        watcher.setDaemon(true);
        watcher.start();
        return lifeline;
    }

    private void awaitEnd(Runnable whenCut) {
        try {
            while (System.in.read() >= 0) {
                // Whatever comes means that somebody is there.
            }
        } catch (IOException e) {
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
