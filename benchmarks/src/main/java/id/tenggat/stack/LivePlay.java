package id.tenggat.stack;

import id.tenggat.arrival.Cursor;
import id.tenggat.arrival.Schedule;
import id.tenggat.ledger.Receipt;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The stack's first station on an event loop and timers as the stack has them, at which the first attempts of a schedule
 * arrive when they are due. It stands in this package because stations are nobody else's.
 */
public final class LivePlay {

    /** Between the start and engine time 0. */
    private static final long LEAD_NS = Duration.ofMillis(200).toNanos();

    private final EngineTime time;
    private final LiveStation station;
    private final Cursor arrivals;
    private final long[] waitsNs;
    private final CompletableFuture<long[]> over;
    private int come;
    private int gone;

    private LivePlay(Schedule schedule, EngineTime time, CompletableFuture<long[]> over) {
        this.time = time;
        this.over = over;
        arrivals = schedule.cursor();
        waitsNs = new long[schedule.arrivals()];
        StationLog log = new StationLog(schedule.scenario(), Long.MAX_VALUE);
        ThirdParties nobody = (call, caller) -> {
            throw new IllegalStateException("the station calls nobody: " + call);
        };
        station = new LiveStation(
                new LiveStation.Shared(schedule.scenario(), time, nobody, log, new Fidelity()), 0, Optional.empty());
    }

    /**
     * Plays to the end, in real time.
     *
     * @return how long each waited, in real time from when it was due until a worker began with it: nanoseconds, in
     *     order of due times
     */
    public static long[] waitsNs(Schedule schedule) {
        CompletableFuture<long[]> over = new CompletableFuture<>();
        Vertx vertx = Vertx.vertx(StackServer.vertxOptions());
        try {
            ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
            loop.exceptionHandler(over::completeExceptionally);
            loop.runOnContext(begun -> {
                LoopTime time = new LoopTime(loop, System.nanoTime() + LEAD_NS);
                new LivePlay(schedule, time, over).expectNext();
            });
            return over.join();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void expectNext() {
        if (arrivals.advance()) {
            int index = come++;
            int applicant = arrivals.applicant();
            long dueNs = arrivals.dueNs();
            time.at(dueNs, () -> {
                station.arrive(new Attempt(applicant, 0, 0, new Noted(index, dueNs), new Served()));
                expectNext();
            });
        }
    }

    /** Writes down when a worker begins. */
    private final class Noted implements Attempt.Job {

        private final int index;
        private final long dueNs;

        Noted(int index, long dueNs) {
            this.index = index;
            this.dueNs = dueNs;
        }

        @Override
        public void work(Runnable workOver) {
            waitsNs[index] = time.nowNs() + time.lateNs() - dueNs;
            workOver.run();
        }

        @Override
        public void settle(long endNs, Consumer<Answer> answer) {
            answer.accept(new Answer.Noted(0, "serve", new Receipt.Noted(false)));
        }

        @Override
        public long settlingNs() {
            return 0;
        }

        @Override
        public void close() {
            if (++gone == waitsNs.length) {
                over.complete(waitsNs);
            }
        }
    }

    /** Everybody must be served. */
    private final class Served implements Attempt.Client {

        @Override
        public void answer(Answer answer) {
            // What counts is when a worker began.
        }

        @Override
        public void turnAway(Duration retryAfter) {
            unserved("turned away");
        }

        @Override
        public void fail(Attempt.Failure failure) {
            unserved(failure.words());
        }

        @Override
        public void leaveUnanswered() {
            unserved("unanswered");
        }

        private void unserved(String why) {
            over.completeExceptionally(new IllegalStateException("somebody is not served: " + why));
        }
    }
}
