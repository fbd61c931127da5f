package id.tenggat.ledger;

import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.scenario.Scenario;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Clients who buy and stamp as fast as a ledger lets them: each pays for an applicant, then has a serial issued and its stamp
 * entered for each stamping step, one entry after the other. It stands in this package because stores are nobody else's.
 */
public final class LedgerPlay {

    private static final int PAY = 1;
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    private final Ledger ledger;
    private final int lastStep;
    private final LongAdder stamps = new LongAdder();
    private int nextApplicant;
    private volatile boolean over;

    private LedgerPlay(Ledger ledger, Scenario scenario) {
        this.ledger = ledger;
        this.lastStep = scenario.journey().steps().size() - 1;
    }

    /**
     * What was reached.
     *
     * @param stampsPerSecond stamps that are durable, each of them two entries
     * @param rowsPerCommit rows made durable by one commit
     * @param commitMs how long one takes, in milliseconds
     */
    public record Rate(double stampsPerSecond, double rowsPerCommit, double commitMs) {}

    /** Everything in a commit of its own: serial and stamp in turn, in a plain loop without a ledger around it. */
    public static Rate singleCommits(LedgerPlace place, Duration span) throws LedgerException, SQLException {
        try (Store store = Databases.open(place)) {
            commitStamps(store, WARM_UP);
            long beganNs = System.nanoTime();
            long serials = commitStamps(store, span);
            double seconds = (System.nanoTime() - beganNs) / 1e9;
            return new Rate(serials / seconds, 1, seconds * 1e3 / (2 * serials));
        }
    }

    private static long commitStamps(Store store, Duration span) throws SQLException {
        long serial = 0;
        for (long beganNs = System.nanoTime(); System.nanoTime() - beganNs < span.toNanos(); ) {
            serial++;
            commit(store, new Row.Issued(serial, 1, 1, "1-1"));
            commit(store, new Row.Stamped(serial, 1, 1));
        }
        return serial;
    }

    /** Of run 0, which is nobody's. */
    private static void commit(Store store, Row row) throws SQLException {
        store.add(0, List.of(row));
        store.commit();
    }

    /** As a stack does it, with so many clients who wait for one entry each. */
    public static Rate grouped(LedgerPlace place, Scenario scenario, int clients, Duration span)
            throws LedgerException, InterruptedException {
        ExecutorService loop = Executors.newSingleThreadExecutor();
        Commits counted = new Commits();
        // Another seed is another question: nothing is read of the runs before.
        Scenario own = scenario.withSeed(System.nanoTime() & Integer.MAX_VALUE);
        try (Archive archive = Archive.open(place, own, new Archive.Calls(loop, counted))) {
            LedgerPlay play = new LedgerPlay(onLoop(loop, () -> archive.begin(Optional.empty())), scenario);
            for (int i = 0; i < clients; i++) {
                loop.execute(play::payForNext);
            }
            Thread.sleep(WARM_UP.toMillis());
            Rate rate = play.measured(counted, span);
            play.over = true;
            return rate;
        } finally {
            loop.shutdown();
        }
    }

    private Rate measured(Commits counted, Duration span) throws InterruptedException {
        long stampsBefore = stamps.sum();
        long commitsBefore = counted.commits.sum();
        long rowsBefore = counted.rows.sum();
        long nsBefore = counted.ns.sum();
        long beganNs = System.nanoTime();
        Thread.sleep(span.toMillis());
        double seconds = (System.nanoTime() - beganNs) / 1e9;
        double commits = Math.max(1, counted.commits.sum() - commitsBefore);
        return new Rate(
                (stamps.sum() - stampsBefore) / seconds,
                (counted.rows.sum() - rowsBefore) / commits,
                (counted.ns.sum() - nsBefore) / commits / 1e6);
    }

    private static Ledger onLoop(ExecutorService loop, Supplier<Ledger> begin) {
        return CompletableFuture.supplyAsync(begin, loop).join();
    }

    private void payForNext() {
        int applicant = nextApplicant++;
        then(ledger.enter(entry(applicant, PAY), Mishap.NONE), () -> stamp(applicant, PAY + 1));
    }

    private void stamp(int applicant, int step) {
        if (step > lastStep) {
            payForNext();
        } else {
            Entry entry = entry(applicant, step);
            var unused = ledger.issue(entry).thenAccept(receipt -> {
                if (receipt instanceof Receipt.Issued issued) {
                    then(ledger.stamp(entry, issued.serial(), Mishap.NONE), () -> {
                        stamps.increment();
                        stamp(applicant, step + 1);
                    });
                }
            });
        }
    }

    private static Entry entry(int applicant, int step) {
        return new Entry(applicant, step, applicant + "-" + step);
    }

    private void then(CompletionStage<Receipt> entered, Runnable next) {
        var unused = entered.thenRun(() -> {
            if (!over) {
                next.run();
            }
        });
    }

    private static final class Commits implements CommitListener {
        private final LongAdder commits = new LongAdder();
        private final LongAdder rows = new LongAdder();
        private final LongAdder ns = new LongAdder();

        @Override
        public void committed(int newRows, long tookNs) {
            commits.increment();
            rows.add(newRows);
            ns.add(tookNs);
        }
    }
}
