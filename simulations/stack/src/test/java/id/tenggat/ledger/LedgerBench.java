package id.tenggat.ledger;

import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.recording.Audit;
import id.tenggat.scenario.Scenario;
import id.tenggat.stamping.SerialNumber;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** A ledger under test, used from one thread as a stack does, by a test that waits for each answer. */
final class LedgerBench implements AutoCloseable {

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final Archive archive;
    private final LongAdder rowsCommitted = new LongAdder();
    private Ledger ledger;

    /** Goes on with what is there, or begins. */
    LedgerBench(LedgerPlace place, Scenario scenario) throws LedgerException {
        this(calls -> Archive.open(place, scenario, calls));
    }

    /** Begins beside it what is thrown away. */
    static LedgerBench unkept(LedgerPlace place, Scenario scenario) throws LedgerException {
        return new LedgerBench(calls -> Archive.openUnkept(place, scenario, calls));
    }

    private interface Opening {
        Archive by(Archive.Calls calls) throws LedgerException;
    }

    private LedgerBench(Opening opening) throws LedgerException {
        try {
            archive = opening.by(new Archive.Calls(loop, (rows, ns) -> rowsCommitted.add(rows)));
        } catch (LedgerException e) {
            loop.shutdown();
            throw e;
        }
        ledger = archive.known().map(Archive.Known::ledger).orElseGet(() -> begun(Optional.empty()));
    }

    private Ledger begun(Optional<RunLabel.Begun> begun) {
        return onLoop(() -> archive.begin(begun));
    }

    void begin(Optional<RunLabel.Begun> begun) {
        ledger = begun(begun);
    }

    /** Whether what was entered so far may be what a run begins with. */
    boolean beginAgain(RunLabel.Begun begun) {
        return onLoop(() -> archive.beginAgain(ledger, Optional.of(begun)).isPresent());
    }

    Archive archive() {
        return archive;
    }

    /** Rows that its listener has heard of. */
    long rowsCommitted() {
        return rowsCommitted.sum();
    }

    int run() {
        return ledger.run();
    }

    private interface Asked<T> {
        T ask();
    }

    private <T> T onLoop(Asked<T> asked) {
        try {
            return loop.submit(asked::ask).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T answer(Function<Ledger, CompletionStage<T>> question) {
        return onLoop(() -> question.apply(ledger)).toCompletableFuture().join();
    }

    Receipt issue(Entry entry) {
        return answer(of -> of.issue(entry));
    }

    Receipt enter(Entry entry, Mishap mishap) {
        return answer(of -> of.enter(entry, mishap));
    }

    Receipt enter(int applicant, int step) {
        return enter(new Entry(applicant, step), Mishap.NONE);
    }

    /** Issues a serial and, if there is one, stamps with it. */
    Receipt stamp(int applicant, int step) {
        Receipt issued = issue(new Entry(applicant, step));
        return issued instanceof Receipt.Issued one ? stamp(new Entry(applicant, step), one, Mishap.NONE) : issued;
    }

    /** Stamps with a serial that was issued. */
    Receipt stamp(Entry entry, Receipt issued, Mishap mishap) {
        SerialNumber serial = ((Receipt.Issued) issued).serial();
        return answer(of -> of.stamp(entry, serial, mishap));
    }

    Optional<Refusal> refuses(Entry entry) {
        return onLoop(() -> ledger.refuses(entry));
    }

    void crowd(Ledger.CrowdEntry... people) {
        answer(of -> of.enterCrowd(List.of(people)));
    }

    Audit audit() {
        return answer(Ledger::audit);
    }

    List<String> receipts() {
        return answer(Ledger::receipts).lines().toList();
    }

    static Receipt issued(long serial, boolean repeated) {
        return new Receipt.Issued(new SerialNumber(serial), repeated);
    }

    @Override
    public void close() {
        archive.close();
        loop.shutdown();
    }
}
