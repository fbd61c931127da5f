package id.tenggat.ledger;

import id.tenggat.scenario.Scenario;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Ledgers whose stages are complete when they are returned: one commit an entry, on the caller's thread. */
public final class LedgerAtOnce implements Commits {

    private final Store store;

    private LedgerAtOnce(Store store) {
        this.store = store;
    }

    /** A new ledger in memory. */
    public static Ledger of(Scenario scenario) {
        try {
            return on(Databases.open(LedgerPlace.memory()), scenario);
        } catch (LedgerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ledger of run 1 in this store. */
    static Ledger on(Store store, Scenario scenario) {
        return new Ledger(new Rules(scenario), 1, new LedgerAtOnce(store));
    }

    @Override
    public CompletionStage<Void> keep(int run, List<Row> rows) {
        try {
            store.add(run, rows);
            store.commit();
            return CompletableFuture.completedFuture(null);
        } catch (SQLException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public long foreseenNs() {
        return 0;
    }

    @Override
    public <T> CompletionStage<T> answer(Question<T> question) {
        try {
            return CompletableFuture.completedFuture(question.of(store));
        } catch (SQLException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
