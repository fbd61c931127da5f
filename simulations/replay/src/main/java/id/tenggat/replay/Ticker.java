package id.tenggat.replay;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something twice a second on a thread of its own, and remembers if that broke. */
final class Ticker implements AutoCloseable {

    private static final long EVERY_MS = 500;
    private static final long PATIENCE_SECONDS = 10;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Ticker::daemon);
    private volatile @Nullable Throwable broken;

    void start(Runnable tick) {
        // A tick that throws is the last one; what it threw is kept for check().
        var unused = executor.scheduleAtFixedRate(() -> guarded(tick), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void guarded(Runnable tick) {
        try {
            tick.run();
        } catch (RuntimeException | Error e) {
            broken = e;
            throw e;
        }
    }

    /** Throws if a tick has thrown. */
    void check() {
        Throwable fault = broken;
        if (fault != null) {
            throw new IllegalStateException("the replay could not write its intervals: " + fault.getMessage(), fault);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "replay-ticker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            // A tick that is under way writes; interrupted, it would leave half a row and a closed file.
            var unused = executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdownNow();
    }
}
