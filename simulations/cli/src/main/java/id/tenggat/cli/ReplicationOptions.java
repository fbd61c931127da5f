package id.tenggat.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many runs of one question, on the command line. */
final class ReplicationOptions {

    /** More would not fit in memory with all their figures, and tell nothing that fewer don't. */
    private static final int MOST = 100_000;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = {
                "run it N times, each time with other draws, and judge the means:",
                "0 if every interval lies on the good side of its bound, 1 if one lies on the bad side,",
                "3 if one holds the bound (undecided: ask for more)"
            })
    private @Nullable Integer replications;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "how many replications run at the same time (default: one for each core)")
    private @Nullable Integer threads;

    /**
     * True if replications were asked for.
     *
     * @throws InputException if what was asked for makes no sense
     */
    boolean areAsked() {
        if (replications == null) {
            requireNoThreads();
            return false;
        }
        require("--replications", replications, 2, MOST);
        require("--threads", threads(), 1, 1_024);
        return true;
    }

    private void requireNoThreads() {
        if (threads != null) {
            throw new InputException("--threads says how many replications run at the same time: add --replications N");
        }
    }

    private static void require(String option, int found, int least, int most) {
        if (found < least || found > most) {
            throw new InputException("%s must lie between %d and %d, found %d".formatted(option, least, most, found));
        }
    }

    int count() {
        return replications == null ? 1 : replications;
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
