package id.tenggat.stack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One line of JSON for each request that has ended; see {@link AccessLine}. A thread of its own writes them: whoever adds a line
 * never waits. Where lines come faster than they can be written, {@link #WAITING_MAX} wait; the rest is dropped and counted.
 */
public final class AccessLog implements AutoCloseable {

    /** Lines that wait to be written at most, some 4 MB. */
    static final int WAITING_MAX = 16_384;

    private static final long LOOK_AGAIN_MS = 50;
    private static final long PATIENCE_MS = 10_000;

    /**
     * How a request ended.
     *
     * @param status of its answer; 0 if its client left first
     * @param bytes of its answer's body
     * @param tookNs from the end of its head until the end of its answer
     */
    record Outcome(int status, long bytes, long tookNs) {}

    private final OutputStream out;
    private final BlockingQueue<AccessLine> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread writer = new Thread(this::write, "access-log");
    private volatile boolean ending;

    /** Writes to this stream, and closes it at the end. */
    AccessLog(OutputStream out) {
        this.out = out;
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * Writes behind what a file holds already.
     *
     * @throws IOException if it can't be written
     */
    public static AccessLog to(Path file) throws IOException {
        return new AccessLog(Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    /** Writes to standard error, and leaves that open: whoever ends this process may have to say why. */
    public static AccessLog toStandardError() {
        return new AccessLog(new StandardError());
    }

    private static final class StandardError extends FileOutputStream {

        StandardError() {
            super(FileDescriptor.err);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** A request ended now. Never waits. */
    void add(String method, String path, Outcome outcome) {
        if (ending || !waiting.offer(new AccessLine(Instant.now(), method, path, outcome))) {
            dropped.incrementAndGet();
        }
    }

    long written() {
        return written.get();
    }

    /** Lines that came too fast, were refused by the disk, or still waited for it when the log was closed. */
    public long dropped() {
        return dropped.get();
    }

    private void write() {
        List<AccessLine> batch = new ArrayList<>();
        boolean last;
        do {
            last = ending;
            takeInto(batch);
            if (!batch.isEmpty()) {
                writeBatch(batch);
                batch.clear();
            }
        } while (!last || !waiting.isEmpty());
    }

    /** Waits a moment for the first; takes all that wait. */
    private void takeInto(List<AccessLine> batch) {
        try {
            AccessLine first = waiting.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch);
            }
        } catch (InterruptedException e) {
            ending = true;
        }
    }

    private void writeBatch(List<AccessLine> batch) {
        StringBuilder text = new StringBuilder();
        batch.forEach(line -> text.append(line.json()).append('\n'));
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            written.addAndGet(batch.size());
        } catch (IOException e) {
            dropped.addAndGet(batch.size());
        }
    }

    /** Writes what waits, as far as that takes seconds and not for ever. May be called again. */
    @Override
    public void close() {
        ending = true;
        try {
            writer.join(PATIENCE_MS);
            dropped.addAndGet(waiting.drainTo(new ArrayList<>()));
            out.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            dropped.incrementAndGet();
        }
    }
}
