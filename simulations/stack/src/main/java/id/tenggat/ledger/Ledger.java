package id.tenggat.ledger;

import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.recording.Audit;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.stamping.SerialNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * Keeps what is owed in one run: payments, quota, serial numbers, stamps, submissions. Called from one thread, on which its
 * stages complete, once what they say is durable; exceptionally if it can't be kept.
 */
public final class Ledger {

    private final Rules rules;
    private final Book book;
    private final int run;
    private final Commits commits;
    private boolean touched;

    /** With an empty book. */
    Ledger(Rules rules, int run, Commits commits) {
        this(rules, new Book(rules, 0), run, commits);
    }

    Ledger(Rules rules, Book book, int run, Commits commits) {
        this.rules = rules;
        this.book = book;
        this.run = run;
        this.commits = commits;
    }

    /** The number of the run in its database, 1 or more. */
    public int run() {
        return run;
    }

    /** A row that was read. */
    void take(Row row) {
        touched = true;
        book.take(row);
    }

    /** Whether a step can be asked for now; asking changes nothing. */
    public Optional<Refusal> refuses(Entry entry) {
        return book.refuses(entry);
    }

    /** Whether this step is an operation that needs an idempotency key: paying, and stamping. */
    public boolean needsKey(int step) {
        return rules.needsKey(step);
    }

    /**
     * The serial number that a stamping step's document will carry, the same at every call: {@link Receipt.Issued}; or
     * {@link Receipt.NoQuota}, or {@link Receipt.OtherKey}. Uses up one stamp of quota, the first time.
     */
    public CompletionStage<Receipt> issue(Entry entry) {
        return kept(book.issue(entry));
    }

    /** Enters a step that does not stamp as done, or as befallen by a mishap. */
    public CompletionStage<Receipt> enter(Entry entry, Mishap mishap) {
        return kept(book.enter(entry, mishap));
    }

    /** Enters a document as stamped with the serial that was issued for it, or as befallen by a mishap. */
    public CompletionStage<Receipt> stamp(Entry entry, SerialNumber serial, Mishap mishap) {
        return kept(book.stamp(entry, serial.sequence(), mishap));
    }

    /** What it will hardly take longer than until a step that is entered now is durable, in nanoseconds; 0 if that is not known. */
    public long foreseenNs() {
        return commits.foreseenNs();
    }

    /** Whether anybody but a crowd has entered anything. */
    boolean isTouched() {
        return touched;
    }

    /** A repeated receipt is durable too: the first may still be on its way. */
    private CompletionStage<Receipt> kept(Decision decision) {
        touched = true;
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
        int payments = rules.payments();
        enter(person, person.doneSteps() & payments, rows);
        lose(person, rows);
        enter(person, person.doneSteps() & ~payments, rows);
    }

    private void enter(CrowdEntry person, int steps, List<Row> rows) {
        for (int bits = steps; bits != 0; bits &= bits - 1) {
            Entry entry = new Entry(person.applicant(), Integer.numberOfTrailingZeros(bits));
            boolean stamps = rules.action(entry.step()) == Action.STAMP;
            rows.addAll(
                    stamps
                            ? stamped(entry, Mishap.NONE)
                            : book.enter(entry, Mishap.NONE).rows());
        }
    }

    private void lose(CrowdEntry person, List<Row> rows) {
        int firstStamp = Integer.numberOfTrailingZeros(rules.stamps());
        for (int i = 0; i < person.lostQuota(); i++) {
            rows.addAll(stamped(new Entry(person.applicant(), firstStamp), Mishap.QUOTA_LOST));
        }
    }

    private List<Row> stamped(Entry entry, Mishap mishap) {
        Decision issue = book.issue(entry);
        if (!(issue.receipt() instanceof Receipt.Issued issued)) {
            return List.of();
        }
        Decision stamp = book.stamp(entry, issued.serial().sequence(), mishap);
        return Stream.concat(issue.rows().stream(), stamp.rows().stream()).toList();
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
