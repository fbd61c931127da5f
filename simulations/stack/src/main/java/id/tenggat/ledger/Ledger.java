package id.tenggat.ledger;

import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.recording.Audit;
import id.tenggat.scenario.Journey.Action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps what is owed in one run: payments, quota, serial numbers, stamps, submissions. Called from one thread, on which its
 * stages complete, once what they say is durable; exceptionally if it can't be kept.
 */
public final class Ledger {

    private final Rules rules;
    private final Book book;
    private final int run;
    private final Commits commits;

    Ledger(Rules rules, int run, Commits commits) {
        this.rules = rules;
        this.book = new Book(rules);
        this.run = run;
        this.commits = commits;
    }

    /** The number of the run in its database, 1 or more. */
    public int run() {
        return run;
    }

    /** A row that was read. */
    void take(Row row) {
        book.take(row);
    }

    /** Whether a step can be asked for now; asking changes nothing. */
    public Optional<Refusal> refuses(Entry entry) {
        return book.refuses(entry);
    }

    /** Whether this step is an operation that needs an idempotency key: paying, and stamping. */
    public boolean needsKey(int step) {
        return book.needsKey(step);
    }

    /**
     * The serial number that a stamping step's document will carry, the same at every call: {@link Receipt.Issued}; or
     * {@link Receipt.NoQuota}, or {@link Receipt.OtherKey}. Uses up one stamp of quota, the first time.
     */
    public CompletionStage<Receipt> issue(Entry entry) {
        return kept(book.issue(entry));
    }

    /** Enters a step as done, or as befallen by a mishap. A stamp must have been issued before. */
    public CompletionStage<Receipt> enter(Entry entry, Mishap mishap) {
        return kept(book.enter(entry, mishap));
    }

    /** A repeated receipt is durable too: the first may still be on its way. */
    private CompletionStage<Receipt> kept(Decision decision) {
        return commits.keep(run, decision.rows()).thenApply(ignored -> decision.receipt());
    }

    /**
     * Enters what was done for those who are inside already. It counts as this run's own: the audit counts rows, so that
     * quota which was lost before is found too, as in the simulator.
     */
    public CompletionStage<Void> enterCrowd(List<CrowdEntry> people) {
        List<Row> rows = new ArrayList<>();
        people.forEach(person -> enter(person, rows));
        return commits.keep(run, rows);
    }

    /**
     * Somebody who is inside already.
     *
     * @param doneSteps bit i is set if step i is done
     * @param lostQuota stamps of quota that are used up without a stamp, no more than are paid for and not done
     */
    public record CrowdEntry(int applicant, int doneSteps, int lostQuota) {

        /** Somebody who has lost no quota. */
        public CrowdEntry(int applicant, int doneSteps) {
            this(applicant, doneSteps, 0);
        }
    }

    /** Payments first, so that the stamps have their quota; then what is lost, while no stamping step is done yet. */
    private void enter(CrowdEntry person, List<Row> rows) {
        int payments = rules.steps(Action.PAY);
        enter(person, person.doneSteps() & payments, rows);
        lose(person, rows);
        enter(person, person.doneSteps() & ~payments, rows);
    }

    private void enter(CrowdEntry person, int steps, List<Row> rows) {
        int stamps = rules.steps(Action.STAMP);
        for (int bits = steps; bits != 0; bits &= bits - 1) {
            Entry entry = new Entry(person.applicant(), Integer.numberOfTrailingZeros(bits));
            if ((stamps >>> entry.step() & 1) == 1) {
                rows.addAll(book.issue(entry).rows());
            }
            rows.addAll(book.enter(entry, Mishap.NONE).rows());
        }
    }

    private void lose(CrowdEntry person, List<Row> rows) {
        int firstStamp = Integer.numberOfTrailingZeros(rules.steps(Action.STAMP));
        for (int i = 0; i < person.lostQuota(); i++) {
            Entry entry = new Entry(person.applicant(), firstStamp);
            rows.addAll(book.issue(entry).rows());
            rows.addAll(book.enter(entry, Mishap.QUOTA_LOST).rows());
        }
    }

    /** What the database holds of this run, without its clients' receipts. */
    public CompletionStage<Audit> audit() {
        return commits.answer(store -> LedgerAudit.of(store, run, rules));
    }

    /** All that a receipt may be held against, as CSV; see {@link ReceiptRows}. */
    public CompletionStage<String> receipts() {
        return commits.answer(store -> ReceiptRows.csv(store, run));
    }
}
