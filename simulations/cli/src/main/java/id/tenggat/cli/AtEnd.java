package id.tenggat.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be done when a command that serves ends: once, the last first, whether it ends by itself, by Ctrl-C or by
 * SIGTERM. The process waits for it.
 */
final class AtEnd implements AutoCloseable {

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Thread hook = new Thread(this::run, "at-end");

    private AtEnd() {}

    /** Nothing yet, but from now on. */
    static AtEnd begin() {
        AtEnd end = new AtEnd();
        try {
            Runtime.getRuntime().addShutdownHook(end.hook);
        } catch (IllegalStateException e) {
            // The process ends just now, before anything is open.
        }
        return end;
    }

    /** This too, and before all that was added earlier. */
    synchronized void add(Runnable task) {
        tasks.push(task);
    }

    private synchronized void run() {
        Runnable task = tasks.poll();
        if (task != null) {
            try {
                task.run();
            } finally {
                run();
            }
        }
    }

    @Override
    public void close() {
        run();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends just now; the hook has nothing left to do.
        }
    }
}
