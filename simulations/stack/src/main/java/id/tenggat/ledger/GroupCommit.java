package id.tenggat.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Makes rows durable, all that came while the last commit went on with the next one (group commit: Gawlick and Kinkade, IEEE
 * Database Engineering Bulletin 8(2), 1985). Called from one thread, on which its stages complete; a thread of its own has
 * the database.
 *
 * <p>A commit that fails is the last: every stage that is open, or asked for later, fails with its cause. What was answered
 * before is durable, and nothing else was answered. A question that fails breaks nothing.
 */
final class GroupCommit implements Commits, AutoCloseable {

    /** Jobs in one transaction at most: beyond it a commit takes longer, and hardly less for each. */
    private static final int GROUP_MAX = 8192;

    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(60);
    private static final long LOOKS_EVERY_MS = 100;

    /** Something to be added to the next commit. */
    private interface Addition {
        void to(Store store) throws SQLException;
    }

    /** Who waits for what. */
    private sealed interface Asked {

        /** On the caller's thread: it is done. */
        void complete();

        /** On the caller's thread: it will never be. */
        void fail(RuntimeException cause);
    }

    private record Kept(Addition addition, int rows, CompletableFuture<Void> done) implements Asked {

        @Override
        public void complete() {
            done.complete(null);
        }

        @Override
        public void fail(RuntimeException cause) {
            done.completeExceptionally(cause);
        }
    }

    private final Store store;
    private final Executor caller;
    private final CommitListener listener;
    private final BlockingQueue<Asked> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final CommitTime times = new CommitTime();
    private int open;
    private volatile boolean closing;
    private volatile long beganNanoTime;
    private volatile Optional<String> failure = Optional.empty();

    /**
     * @param caller runs on the thread that calls this
     */
    GroupCommit(Store store, Executor caller, CommitListener listener) {
        this.store = store;
        this.caller = caller;
        this.listener = listener;
        thread = new Thread(this::commitAll, "ledger");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public CompletionStage<Void> keep(int run, List<Row> rows) {
        if (rows.isEmpty() && open == 0 && !isOver()) {
            return CompletableFuture.completedFuture(null);
        }
        return kept(with -> with.add(run, rows), rows.size());
    }

    /** A run, durable with the next rows. */
    CompletionStage<Void> keep(Store.KnownRun run) {
        return kept(with -> with.add(run), 1);
    }

    private CompletionStage<Void> kept(Addition addition, int rows) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        long askedNanoTime = System.nanoTime();
        var unused = done.thenRun(() -> times.took(System.nanoTime() - askedNanoTime));
        return ask(new Kept(addition, rows, done), done);
    }

    @Override
    public <T> CompletionStage<T> answer(Question<T> question) {
        CompletableFuture<T> done = new CompletableFuture<>();
        return ask(new Answered<>(question, done), done);
    }

    private <T> CompletionStage<T> ask(Asked asked, CompletableFuture<T> done) {
        if (isOver()) {
            return CompletableFuture.failedFuture(over());
        }
        open++;
        queue.add(asked);
        return done;
    }

    private boolean isOver() {
        return closing || failure.isPresent();
    }

    private IllegalStateException over() {
        return new IllegalStateException(
                failure.map(cause -> "the ledger is broken: " + cause).orElse("the ledger is closed"));
    }

    private void commitAll() {
        List<Asked> group = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                Asked first = queue.poll(LOOKS_EVERY_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, GROUP_MAX - 1);
                    handle(group);
                    group.clear();
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    /** What came before a question is committed before it is asked. */
    private void handle(List<Asked> group) {
        List<Kept> kept = new ArrayList<>();
        for (Asked asked : group) {
            if (asked instanceof Kept one) {
                kept.add(one);
            } else if (asked instanceof Answered<?> question) {
                commit(kept);
                kept.clear();
                answer(question);
            }
        }
        commit(kept);
    }

    private void commit(List<Kept> group) {
        if (group.isEmpty()) {
            return;
        }
        beganNanoTime = System.nanoTime();
        if (failure.isEmpty()) {
            tryToCommit(group);
        }
        tell(List.copyOf(group));
        beganNanoTime = 0;
    }

    /** An error of the machine, too, must not leave anybody waiting. */
    private void tryToCommit(List<Kept> group) {
        try {
            int rows = 0;
            for (Kept kept : group) {
                kept.addition().to(store);
                rows += kept.rows();
            }
            store.commit();
            listener.committed(rows, System.nanoTime() - beganNanoTime);
        } catch (SQLException | RuntimeException | Error e) {
            failure = Optional.of(e.toString());
        }
    }

    private void answer(Answered<?> question) {
        if (failure.isEmpty()) {
            question.ask(store);
        }
        tell(List.of(question));
    }

    private void tell(List<Asked> group) {
        boolean isDone = failure.isEmpty();
        caller.execute(() -> {
            open -= group.size();
            for (Asked asked : group) {
                if (isDone) {
                    asked.complete();
                } else {
                    asked.fail(over());
                }
            }
        });
    }

    /** A question, and what came of it. Used by the ledger's thread, then by the caller's. */
    private static final class Answered<T> implements Asked {

        private final Question<T> question;
        private final CompletableFuture<T> done;
        private Runnable told = () -> {};

        Answered(Question<T> question, CompletableFuture<T> done) {
            this.question = question;
            this.done = done;
        }

        void ask(Store store) {
            try {
                T answer = question.of(store);
                told = () -> done.complete(answer);
            } catch (SQLException | RuntimeException | OutOfMemoryError e) {
                told = () -> done.completeExceptionally(e);
                store.giveUp();
            }
        }

        @Override
        public void complete() {
            told.run();
        }

        @Override
        public void fail(RuntimeException cause) {
            done.completeExceptionally(cause);
        }
    }

    @Override
    public long foreseenNs() {
        return times.foreseenNs();
    }

    /** Stages that are not complete. */
    int open() {
        return open;
    }

    /** For how long the commit goes on that goes on now, in nanoseconds; 0 if none does. */
    long busyNs() {
        long began = beganNanoTime;
        return began == 0 ? 0 : System.nanoTime() - began;
    }

    /** Why it keeps nothing any more, in words; empty as long as it does. */
    Optional<String> failure() {
        return failure;
    }

    /** Makes durable what is open, and closes the database. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(PATIENCE_MS);
            store.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            failure = Optional.of(e.toString());
        }
    }
}
