package id.tenggat.cli;

import id.tenggat.verdict.Looks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many runs of one question, on the command line. */
final class ReplicationOptions {

    /** More would not fit in memory with all their figures, and tell nothing that fewer don't. */
    private static final int MOST = 100_000;

    @Option(
            names = "--replications",
            paramLabel = "N[..M]",
            converter = LooksConverter.class,
            description = {
                "run it N times, each time with other draws, and judge the means:",
                "0 if every interval lies on the good side of its bound, 1 if one lies on the bad side,",
                "3 if one holds the bound (undecided: ask for more);",
                "with N..M at least N times, then twice as often, until all is decided, at most M times"
            })
    private @Nullable Looks replications;

    @Option(
            names = "--append-to",
            paramLabel = "FILE",
            description = "add the numbers of all replications to a history, to be a baseline for others")
    private @Nullable Path history;

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
        require("--threads", threads(), 1, 1_024);
        return true;
    }

    private void requireNoThreads() {
        if (threads != null) {
            throw new InputException("--threads says how many replications run at the same time: add --replications N");
        }
        if (history != null) {
            throw new InputException(
                    "--append-to keeps the numbers of replications: add --replications N, or use tenggat history append");
        }
    }

    /** A number of runs, or two with dots between. */
    static final class LooksConverter implements ITypeConverter<Looks> {

        private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

        @Override
        public Looks convert(String text) {
            Matcher range = RANGE.matcher(text);
            if (!range.matches()) {
                throw new TypeConversionException("'" + text + "' is neither a number of runs nor two, as in 10..200");
            }
            int least = Integer.parseInt(range.group(1));
            int most = range.group(2) == null ? least : Integer.parseInt(range.group(2));
            if (least < 2 || most < least || most > MOST) {
                throw new TypeConversionException(String.format(
                        Locale.ROOT, "must lie between 2 and %,d, the least first, found %s", MOST, text));
            }
            return new Looks(least, most);
        }
    }

    private static void require(String option, int found, int least, int most) {
        if (found < least || found > most) {
            throw new InputException("%s must lie between %d and %d, found %d".formatted(option, least, most, found));
        }
    }

    /** How often the runs are looked at, and how many there are then. */
    Looks looks() {
        return Objects.requireNonNull(replications, "no replications were asked for");
    }

    /** Where their numbers are to be added. */
    Optional<Path> history() {
        return Optional.ofNullable(history);
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
