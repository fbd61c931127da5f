package id.tenggat.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/** Calls back when a delay is over, well or not. A reset breaks the connection in the midst of the callback. */
final class Webhooks implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GARBAGE = "}{ \u0000 no JSON";

    /** The client's own pool grows with each callback that waits for a processor. */
    private static final int CALLING_THREADS = 2;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Webhooks::thread);
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLING_THREADS, Webhooks::thread);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(callers)
            .build();

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "webhooks");
        thread.setDaemon(true);
        return thread;
    }

    void plan(URI callback, DrawnScript script) {
        var unused = timer.schedule(() -> call(callback, script), script.delayMs(), TimeUnit.MILLISECONDS);
    }

    /** Nobody is told of a callback that nobody takes: who waits for it has a patience of its own. */
    private void call(URI callback, DrawnScript script) {
        HttpRequest request = HttpRequest.newBuilder(callback)
                .timeout(PATIENCE.plusMillis(script.chunksMs()))
                .header("Content-Type", "application/json")
                .POST(body(script))
                .build();
        var unused = client.sendAsync(request, BodyHandlers.discarding());
    }

    private BodyPublisher body(DrawnScript script) {
        if (script.fault().isEmpty()) {
            return script.chunksMs() == 0
                    ? BodyPublishers.ofString(DrawnScript.SETTLED)
                    : inPieces(publisher -> dribble(publisher, script.chunksMs()));
        }
        return switch (script.fault().get()) {
            case ERROR -> BodyPublishers.ofString(DrawnScript.FAILED);
            case MALFORMED -> BodyPublishers.ofString(GARBAGE);
            case RESET ->
                inPieces(publisher -> {
                    publisher.submit(piece(0));
                    var unused = timer.schedule(
                            () -> publisher.closeExceptionally(new IllegalStateException("drawn")),
                            1,
                            TimeUnit.MILLISECONDS);
                });
        };
    }

    private interface Filling {
        void fill(SubmissionPublisher<ByteBuffer> publisher);
    }

    private BodyPublisher inPieces(Filling filling) {
        return BodyPublishers.fromPublisher(
                subscriber -> {
                    SubmissionPublisher<ByteBuffer> publisher = new SubmissionPublisher<>(callers, DrawnScript.PIECES);
                    publisher.subscribe(subscriber);
                    filling.fill(publisher);
                },
                DrawnScript.SETTLED.length());
    }

    private void dribble(SubmissionPublisher<ByteBuffer> publisher, int chunksMs) {
        for (int i = 0; i < DrawnScript.PIECES; i++) {
            int piece = i;
            long atMs = (long) chunksMs * (i + 1) / DrawnScript.PIECES;
            var unused = timer.schedule(() -> publisher.submit(piece(piece)), atMs, TimeUnit.MILLISECONDS);
        }
        var unused = timer.schedule(publisher::close, chunksMs, TimeUnit.MILLISECONDS);
    }

    private static ByteBuffer piece(int index) {
        byte[] whole = DrawnScript.SETTLED.getBytes(StandardCharsets.US_ASCII);
        int from = whole.length * index / DrawnScript.PIECES;
        int until = whole.length * (index + 1) / DrawnScript.PIECES;
        return ByteBuffer.wrap(whole, from, until - from);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        callers.shutdownNow();
    }
}
