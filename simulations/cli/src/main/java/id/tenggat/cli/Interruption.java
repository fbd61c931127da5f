package id.tenggat.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C (or a polite kill) in the middle of a run: the run is told to stop, what was recorded is kept and marked, and the
 * process ends with the exit status of an INVALID run.
 */
final class Interruption implements AutoCloseable {

    static final int INVALID = 3;

    /** Longer than any run needs to write down what is open. */
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch finished;
    private final Thread hook;
    private volatile boolean requested;

    private Interruption(Runnable stop, CountDownLatch finished) {
        this.finished = finished;
        hook = new Thread(() -> stopAndHalt(stop), "interruption");
    }

    /** From now on until closed, an interruption runs this, on a thread of its own, and waits for the close. */
    static Interruption stopping(Runnable stop) {
        return new Interruption(stop, new CountDownLatch(1)).added();
    }

    /** The same, but the process ends as soon as this has run: for a run that can't be asked to stop. */
    static Interruption ending(Runnable stop) {
        return new Interruption(stop, new CountDownLatch(0)).added();
    }

    private Interruption added() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Somebody interrupts just now: the hook that stands already ends the process.
            requested = true;
        }
        return this;
    }

    boolean isRequested() {
        return requested;
    }

    private void stopAndHalt(Runnable stop) {
        requested = true;
        stop.run();
        try {
            var unused = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(INVALID);
    }

    /** The run has ended, and everything is written and said. */
    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The interruption came just now: its hook ends the process.
                requested = true;
            }
        }
    }
}
