package id.tenggat.cli;

import picocli.CommandLine.Option;

import java.util.List;

/** Whether a recording keeps every attempt, on the command line. */
final class AttemptsOption {

    private static final String NAME = "--attempts";

    @Option(
            names = NAME,
            description = {
                "keep every attempt as a row of attempts.csv in the recording, some 110 bytes",
                "each, for DuckDB, pandas and the like"
            })
    private boolean asked;

    boolean isAsked() {
        return asked;
    }

    /** As words of a command line. */
    List<String> words() {
        return asked ? List.of(NAME) : List.of();
    }
}
