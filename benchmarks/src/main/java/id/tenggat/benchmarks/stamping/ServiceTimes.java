package id.tenggat.benchmarks.stamping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.benchmarks.measure.Lifeline;
import id.tenggat.benchmarks.measure.Machine;
import id.tenggat.stamping.SignatureAlgorithm;
import id.tenggat.stamping.StampRefusedException;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Question: how long does one whole stamp take a worker, and how much does that vary? The answer is a file for scenarios: the
 * distribution of wall times as 1001 quantiles.
 *
 * <p>Trap: wall time holds what the machine did besides, so that its tail tells of the neighbours; measure on a quiet machine.
 * The time is the stamp's alone, without network, queue and ledger.
 *
 * <p>Run: {@code ./tenggat bench stamping --out service-times.json}, or {@code java -cp benchmarks/target/benchmarks.jar
 * id.tenggat.benchmarks.stamping.ServiceTimes letter ECDSA_P256 service-times.json}
 */
public final class ServiceTimes {

    private static final String KIND = "tenggat-service-times";
    private static final int VERSION = 1;
    private static final int BAD_INPUT = 2;

    private final Request request = new Request();

    /** @param document the name of a {@link Document} */
    ServiceTimes(String document, SignatureAlgorithm algorithm) {
        request.document = document;
        request.algorithm = algorithm;
    }

    /** Document, algorithm, file. The exit status is 2 if the file can't be written. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException, StampRefusedException {
        Lifeline.holdIfAsked();
        ServiceTimes times = new ServiceTimes(arguments[0], SignatureAlgorithm.valueOf(arguments[1]));
        Path file = Path.of(arguments[2]);
        try {
            times.write(file, Timings.Effort.USUAL);
        } catch (UnwritableException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_INPUT);
        }
        System.out.println(times.what() + ": service times written to " + file);
    }

    /** Measures, and writes or replaces the file; one that can't be written is told before anything is measured. */
    void write(Path file, Timings.Effort effort) throws IOException, StampRefusedException, UnwritableException {
        Path draft = draft(file);
        try {
            request.make();
            Product product = new Product(request.algorithm);
            Timings timings = Timings.of(product, request, effort);
            Files.writeString(draft, json(timings, product.provider(), file));
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String what() {
        return "stamp " + request.algorithm + " " + request.document;
    }

    private String json(Timings timings, String provider, Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("kind", KIND);
        json.put("version", VERSION);
        json.put("what", what());
        json.put("unit", "ns");
        json.put("samples", timings.samples());
        ObjectNode provenance = json.putObject("provenance");
        provenance.put("machine", Machine.hardware());
        provenance.put("java", Machine.java());
        provenance.put("provider", provider);
        provenance.put("command", command(file));
        provenance.put("measured", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.set("quantiles", mapper.valueToTree(timings.quantilesNs()));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private String command(Path file) {
        return "./tenggat bench stamping --document %s --algorithm %s --out %s"
                .formatted(request.document, request.algorithm, file.getFileName());
    }

    private static Path draft(Path file) throws UnwritableException {
        try {
            Path full = file.toAbsolutePath().normalize();
            if (Files.isDirectory(full)) {
                throw new UnwritableException(file, "it is a directory");
            }
            Files.createDirectories(full.resolveSibling(""));
            return Files.writeString(full.resolveSibling(full.getFileName() + ".draft"), "");
        } catch (IOException e) {
            throw new UnwritableException(file, reason(e));
        }
    }

    private static void move(Path draft, Path file) throws UnwritableException {
        try {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UnwritableException(file, reason(e));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            return "no directory can be made at " + missing.getFile();
        }
        return e instanceof FileAlreadyExistsException other
                ? other.getFile() + " is not a directory"
                : String.valueOf(e.getMessage());
    }

    /** The file can't be written. The message is made for people. */
    static final class UnwritableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnwritableException(Path file, String reason) {
            super(file + ": can't be written (" + reason + "); name another file with --out");
        }
    }
}
