package id.tenggat.ledger;

import id.tenggat.scenario.Scenario;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The database in which the ledgers of all runs of a stack are kept, one after the other. Called from one thread. */
public final class Archive implements AutoCloseable {

    private static final long UNKEPT_SERIALS_AFTER = 9_000_000_000_000_000_000L;

    private final Scenario scenario;
    private final GroupCommit commits;
    private final Optional<Known> known;
    /** Serial numbers of new ledgers begin after it. */
    private final long serialsAfter;

    private int lastRun;

    /**
     * The run that a stack went on with when it was opened.
     *
     * @param begun when that run began, if anybody had begun it
     */
    public record Known(Ledger ledger, Optional<RunLabel.Begun> begun) {

        /** For people: that it goes on, from when, and how to begin anew. */
        public String story() {
            String since = begun.map(at -> ", begun at " + Instant.ofEpochMilli(at.startEpochMs()))
                    .orElse("");
            return ", which goes on with its run " + ledger.run() + since + " (another --ledger begins anew)";
        }
    }

    /**
     * How a stack calls its ledgers.
     *
     * @param caller runs on the thread that calls them
     */
    public record Calls(Executor caller, CommitListener listener) {}

    private Archive(Scenario scenario, Store store, long serialsAfter, Calls calls) throws SQLException {
        this.scenario = scenario;
        this.serialsAfter = serialsAfter;
        Optional<Store.KnownRun> last = store.lastRun();
        lastRun = last.map(Store.KnownRun::number).orElse(0);
        Optional<Store.KnownRun> same = last.filter(run -> run.label()
                .question()
                .equals(RunLabel.of(scenario, Optional.empty()).question()));
        List<Row> rows = new ArrayList<>();
        if (same.isPresent()) {
            store.read(lastRun, rows::add);
        }
        commits = new GroupCommit(store, calls.caller(), calls.listener());
        known = same.map(run -> new Known(ledgerOf(rows), run.label().begun()));
    }

    private Ledger ledgerOf(List<Row> rows) {
        Ledger ledger = ledger();
        rows.forEach(ledger::take);
        return ledger;
    }

    private Ledger ledger() {
        Rules rules = new Rules(scenario);
        return new Ledger(rules, new Book(rules, serialsAfter), lastRun, commits);
    }

    /**
     * Opens the ledgers of a scenario.
     *
     * @throws LedgerException if the place can't be opened, or holds what is no ledger of this scenario
     */
    public static Archive open(LedgerPlace place, Scenario scenario, Calls calls) throws LedgerException {
        Store store = Databases.open(place);
        try {
            return new Archive(scenario, store, 0, calls);
        } catch (SQLException | RuntimeException e) {
            closeQuietly(store);
            throw new LedgerException(
                    "the ledger " + place + " can't be read (" + e.getMessage() + "): name another, or remove it", e);
        }
    }

    /**
     * Opens ledgers that are thrown away, in a database like that of this place, of which nothing is left when they are closed.
     * Their serial numbers are far above those that anybody is given otherwise.
     *
     * @throws LedgerException if there can't be any
     */
    public static Archive openUnkept(LedgerPlace place, Scenario scenario, Calls calls) throws LedgerException {
        Store store = Databases.openUnkept(place);
        try {
            return new Archive(scenario, store, UNKEPT_SERIALS_AFTER, calls);
        } catch (SQLException | RuntimeException e) {
            closeQuietly(store);
            throw new LedgerException("a ledger that is thrown away can't be read (" + e.getMessage() + ")", e);
        }
    }

    private static void closeQuietly(Store store) {
        try {
            store.close();
        } catch (SQLException e) {
            // The first failure is the one to tell of.
        }
    }

    /** The last run, if it is one of the same scenario, seed and slice: what was known of it is known again. */
    public Optional<Known> known() {
        return known;
    }

    /**
     * The ledger of a run that begins now, with what was entered for its crowd; empty if anything else was entered since, and
     * a new one is needed.
     */
    public Optional<Ledger> beginAgain(Ledger crowded, Optional<RunLabel.Begun> begun) {
        if (crowded.isTouched() || crowded.run() != lastRun) {
            return Optional.empty();
        }
        var unused = commits.keep(new Store.KnownRun(lastRun, RunLabel.of(scenario, begun)));
        return Optional.of(crowded);
    }

    /** The ledger of a new run. */
    public Ledger begin(Optional<RunLabel.Begun> begun) {
        lastRun++;
        var unused = commits.keep(new Store.KnownRun(lastRun, RunLabel.of(scenario, begun)));
        return ledger();
    }

    /** Why nothing is kept any more, in words; empty as long as all is. */
    public Optional<String> failure() {
        return commits.failure();
    }

    /** Entries that are not durable yet. */
    public int open() {
        return commits.open();
    }

    /** For how long the commit goes on that goes on now, in nanoseconds; 0 if none does. */
    public long busyNs() {
        return commits.busyNs();
    }

    /** Makes durable what is open. */
    @Override
    public void close() {
        commits.close();
    }
}
