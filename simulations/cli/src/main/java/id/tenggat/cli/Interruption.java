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

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    private Interruption(Runnable stop) {
        hook = new Thread(() -> stopAndHalt(stop), "interruption");
    }

    /** From now on until closed, an interruption runs this, on a thread of its own, and waits for the close. */
    static Interruption stopping(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
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
