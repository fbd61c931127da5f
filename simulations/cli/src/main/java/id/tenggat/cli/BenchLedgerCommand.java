package id.tenggat.cli;

import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code tenggat bench ledger}. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "How many stamps a second the ledger makes durable, beside a plain loop of single commits.",
            "Takes half a minute."
        },
        footerHeading = "%nExample:%n",
        footer = "  tenggat bench ledger --ledger jdbc:postgresql://127.0.0.1/tenggat")
final class BenchLedgerCommand implements Callable<Integer> {

    private static final String RATES = "id.tenggat.benchmarks.LedgerRates";

    @Option(
            names = "--ledger",
            paramLabel = "PLACE",
            defaultValue = "bench.ledger.db",
            description = "a file (SQLite), or jdbc:postgresql://127.0.0.1/database (default: ${DEFAULT-VALUE})")
    private String ledger = "";

    @Option(names = Benchmarks.QUICK, description = "shorter runs")
    private boolean quick;

    @Override
    public Integer call() throws LedgerException {
        var unused = LedgerPlace.parse(ledger);
        List<String> words = new ArrayList<>(List.of("--ledger", ledger));
        if (quick) {
            words.add(Benchmarks.QUICK);
        }
        return Benchmarks.built().run(RATES, words);
    }
}
