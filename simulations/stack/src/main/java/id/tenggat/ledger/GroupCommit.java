package id.tenggat.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
 * before is durable, and nothing else was answered.
 */
final class GroupCommit implements Commits, AutoCloseable {

    /** Jobs in one transaction at most: beyond it a commit takes longer, and hardly less for each. */
    private static final int GROUP_MAX = 8192;

    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(60);

    /** Something that is done with the store, between two commits or within one. */
    private interface Job {
        void run(Store store) throws SQLException;
    }

    /** A job and who waits for it. */
    private record Asked(Job job, int rows, CompletableFuture<?> done, Runnable complete) {}

    private final Store store;
    private final Executor caller;
    private final CommitListener listener;
    private final BlockingQueue<Asked> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private int open;
    private volatile boolean closing;
    private volatile String failure = "";

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
        if (rows.isEmpty() && open == 0) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        return ask(new Asked(with -> with.add(run, rows), rows.size(), done, () -> done.complete(null)), done);
    }

    /** A new run, durable with the next rows. */
    CompletionStage<Void> keep(Store.KnownRun run) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        return ask(new Asked(with -> with.add(run), 1, done, () -> done.complete(null)), done);
    }

    @Override
    public <T> CompletionStage<T> answer(Question<T> question) {
        CompletableFuture<T> done = new CompletableFuture<>();
        List<T> answers = new ArrayList<>();
        return ask(
                new Asked(
                        with -> {
                            with.commit();
                            answers.add(question.of(with));
                        },
                        0,
                        done,
                        () -> done.complete(answers.get(0))),
                done);
    }

    private <T> CompletionStage<T> ask(Asked asked, CompletableFuture<T> done) {
        if (closing || !failure.isEmpty()) {
            return CompletableFuture.failedFuture(gone());
        }
        open++;
        queue.add(asked);
        return done;
    }

    private IllegalStateException gone() {
        return new IllegalStateException(
                failure.isEmpty() ? "the ledger is closed" : "the ledger is broken: " + failure);
    }

    private void commitAll() {
        List<Asked> group = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                Asked first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, GROUP_MAX - 1);
                    commit(List.copyOf(group));
                    group.clear();
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void commit(List<Asked> group) {
        if (!failure.isEmpty()) {
            tell(group);
            return;
        }
        long begunNs = System.nanoTime();
        try {
            int rows = 0;
            for (Asked asked : group) {
                asked.job().run(store);
                rows += asked.rows();
            }
            store.commit();
            listener.committed(rows, System.nanoTime() - begunNs);
        } catch (SQLException | RuntimeException e) {
            failure = String.valueOf(e.getMessage());
        }
        tell(group);
    }

    private void tell(List<Asked> group) {
        caller.execute(() -> {
            for (Asked asked : group) {
                open--;
                if (failure.isEmpty()) {
                    asked.complete().run();
                } else {
                    asked.done().completeExceptionally(gone());
                }
            }
        });
    }

    /** Why it keeps nothing any more, in words; empty as long as it does. */
    String failure() {
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
            failure = String.valueOf(e.getMessage());
        }
    }
}
