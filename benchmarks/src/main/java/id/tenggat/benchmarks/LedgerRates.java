package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.ledger.LedgerPlay;
import id.tenggat.ledger.LedgerPlay.Rate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Question: how many stamps a second can a ledger make durable, each of them two entries, a serial and its stamp?
 *
 * <p>Baseline: the same rows in a plain loop, a commit each.
 *
 * <p>Trap: a disk may say that it has written what it has not; a rate says as much of the disk as of the ledger. A directory
 * in memory has no disk at all.
 *
 * <p>Run: {@code ./tenggat bench ledger}, half a minute; {@code --ledger PLACE} measures there instead of in a file of the
 * working directory, which is deleted if it was not there, as in {@code --ledger jdbc:postgresql://127.0.0.1/tenggat}.
 */
public final class LedgerRates {

    private static final int[] CLIENTS = {1, 10, 100, 1000};
    private static final String FILE = "bench.ledger.db";
    private static final String LEDGER = "--ledger";

    private LedgerRates() {}

    /** None, or {@code --ledger} and a place, and {@code --quick}. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments)
            throws LedgerException, SQLException, IOException, InterruptedException {
        Lifeline.holdIfAsked();
        List<String> words = List.of(arguments);
        Duration span = Duration.ofSeconds(words.contains("--quick") ? 1 : 5);
        int named = words.indexOf(LEDGER);
        LedgerPlace place = LedgerPlace.parse(named < 0 ? FILE : words.get(named + 1));
        boolean isNew = place instanceof LedgerPlace.File file && !Files.exists(file.path());
        System.out.println(Machine.line());
        System.out.println("ledger: " + place);
        System.out.println("commits          clients   durable stamps/s   rows a commit   ms a commit");
        System.out.println(row("one a row", 1, LedgerPlay.singleCommits(place, span)));
        for (int clients : CLIENTS) {
            Rate rate = LedgerPlay.grouped(place, Question.stamps().scenario(), clients, span);
            System.out.println(row("in groups", clients, rate));
        }
        if (isNew && place instanceof LedgerPlace.File file) {
            delete(file.path());
        }
    }

    private static String row(String commits, int clients, Rate rate) {
        return String.format(
                Locale.ROOT,
                "%-15s %8d %18.0f %15.1f %13.3f",
                commits,
                clients,
                rate.stampsPerSecond(),
                rate.rowsPerCommit(),
                rate.commitMs());
    }

    /** What SQLite leaves: the file and its write-ahead log. */
    private static void delete(Path file) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
        }
    }
}
