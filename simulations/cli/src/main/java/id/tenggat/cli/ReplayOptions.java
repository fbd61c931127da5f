package id.tenggat.cli;

import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.scenario.read.PhraseException;
import id.tenggat.scenario.read.Quantities;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** How a replay is measured, on the command line. */
final class ReplayOptions {

    @Option(
            names = "--slip-limit",
            paramLabel = "TIME",
            defaultValue = "100ms",
            description = {
                "the replay is INVALID if 1 %% of its attempts were sent later",
                "than this after they were due (default: ${DEFAULT-VALUE})"
            })
    private String slipLimit = "100ms";

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "12s",
            description = {
                "how long both JVMs rehearse before anything is recorded",
                "(default: ${DEFAULT-VALUE}; 0s for not at all)"
            })
    private String warmUp = "12s";

    @Mixin
    private ThirdPartiesOption thirdParties = new ThirdPartiesOption();

    @Option(
            names = "--ledger",
            paramLabel = "PLACE",
            description = {
                "where the stack that is started keeps its ledger: a file (SQLite),",
                "jdbc:postgresql://127.0.0.1/database, or memory",
                "(default: beside the recording, named as it is and .ledger.db)"
            })
    private String ledger = "";

    /** Where the ledger of a replay that is recorded in this directory is kept. */
    String ledger(Path recording) {
        return ledger.isEmpty()
                ? recording
                        .resolveSibling(recording.getFileName() + ".ledger.db")
                        .toString()
                : ledger;
    }

    /**
     * Refuses a ledger that can't be.
     *
     * @throws LedgerException if it can be kept nowhere like this
     */
    void requireLedger() throws LedgerException {
        var unused = LedgerPlace.parse(ledger(Path.of("recording")));
    }

    /**
     * Refuses to name a ledger for a stack that has one.
     *
     * @throws InputException if one is named
     */
    void requireNoLedger() {
        if (!ledger.isEmpty()) {
            throw new InputException("--ledger is for a stack that is started; the one at --target keeps its own");
        }
    }

    ThirdPartiesOption thirdParties() {
        return thirdParties;
    }

    long slipP99LimitNs() {
        return ns("--slip-limit", slipLimit);
    }

    long warmUpNs() {
        return ns("--warm-up", warmUp);
    }

    private static long ns(String option, String text) {
        try {
            return Quantities.duration(text).toNanos();
        } catch (PhraseException e) {
            throw new InputException(option + ": " + e.getMessage());
        }
    }
}
