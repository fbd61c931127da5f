package id.tenggat.cli;

import id.tenggat.stamping.SignatureAlgorithm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code tenggat bench stamping}. */
@Command(
        name = "stamping",
        mixinStandardHelpOptions = true,
        description = {
            "Whole stamps: the product's, their floor (a digest and a raw signature), PDFBox, OpenPDF, EU DSS.",
            "Takes about a quarter of an hour; --quick about four minutes."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat bench stamping --algorithm RSA_2048 -prof gc",
            "  tenggat bench stamping --document scan -t 2 product floor",
            "  tenggat bench stamping --out service-times.json --document office"
        })
final class BenchStampingCommand implements Callable<Integer> {

    private static final String TIMES = "id.tenggat.benchmarks.stamping.ServiceTimes";

    @Option(
            names = "--document",
            paramLabel = "NAME",
            description = "which document: ${COMPLETION-CANDIDATES} (default: all; for --out letter)")
    private @Nullable Specimen document;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description = "signed by which algorithm: ${COMPLETION-CANDIDATES} (default: both; for --out ECDSA_P256)")
    private @Nullable SignatureAlgorithm algorithm;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "measure the service time of one whole stamp in half a minute and write it for scenarios;",
                "benchmarks run then only if --quick or an option of JMH is there too"
            })
    private @Nullable Path out;

    @Option(names = Benchmarks.QUICK, description = Benchmarks.QUICK_DESCRIPTION)
    private boolean quick;

    @Unmatched
    private List<String> jmh = new ArrayList<>();

    private enum Specimen {
        LETTER,
        SCAN,
        OFFICE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        requireFile();
        Benchmarks benchmarks = Benchmarks.built();
        int status = out == null ? 0 : benchmarks.run(TIMES, times(out));
        boolean onlyTimes = out != null && jmh.isEmpty() && !quick;
        return status != 0 || onlyTimes ? status : benchmarks.runSuite("stamping", quick, suite());
    }

    private void requireFile() {
        if (out != null && out.toString().isEmpty()) {
            throw new InputException("--out must name a file, found nothing");
        }
    }

    private List<String> times(Path file) {
        Specimen specimen = document == null ? Specimen.LETTER : document;
        SignatureAlgorithm signing = algorithm == null ? SignatureAlgorithm.ECDSA_P256 : algorithm;
        return List.of(specimen.toString(), signing.name(), file.toString());
    }

    private List<String> suite() {
        List<String> words = new ArrayList<>(jmh);
        if (document != null) {
            words.addAll(List.of("-p", "document=" + document));
        }
        if (algorithm != null) {
            words.addAll(List.of("-p", "algorithm=" + algorithm));
        }
        return words;
    }
}
