package id.tenggat.benchmarks.stamping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tenggat.benchmarks.stamping.ServiceTimes.UnwritableException;
import id.tenggat.benchmarks.stamping.Timings.Effort;
import id.tenggat.stamping.SignatureAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ServiceTimesTest {

    private static final Effort LITTLE = new Effort(0, 50, Long.MAX_VALUE);

    @TempDir
    private Path folder = Path.of("");

    private final ServiceTimes times = new ServiceTimes("letter", SignatureAlgorithm.ECDSA_P256);

    @Test
    void theFileTellsWhatWasMeasuredWhereAndHow() throws Exception {
        Path file = folder.resolve("new").resolve("times.json");

        times.write(file, LITTLE);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.path("kind").asText()).isEqualTo("tenggat-service-times");
        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(json.path("what").asText()).isEqualTo("stamp ECDSA_P256 letter");
        assertThat(json.path("unit").asText()).isEqualTo("ns");
        assertThat(json.path("samples").asInt()).isEqualTo(50);
        JsonNode provenance = json.path("provenance");
        assertThat(provenance.path("machine").asText()).contains("cores");
        assertThat(provenance.path("java").asText()).contains(System.getProperty("java.runtime.version"));
        assertThat(provenance.path("provider").asText())
                .isEqualTo(new Product(SignatureAlgorithm.ECDSA_P256).provider());
        assertThat(provenance.path("command").asText()).startsWith("./tenggat bench stamping");
        assertThat(Instant.parse(provenance.path("measured").asText())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void quantilesArePositiveAndNeverFall() throws Exception {
        Path file = folder.resolve("times.json");

        times.write(file, LITTLE);

        JsonNode quantiles = new ObjectMapper().readTree(file.toFile()).path("quantiles");
        assertThat(StreamSupport.stream(quantiles.spliterator(), false).map(JsonNode::asLong))
                .hasSize(1001)
                .isSorted()
                .allMatch(ns -> ns > 0);
    }

    @Test
    void anOlderFileIsReplacedAndNothingElseIsLeft() throws Exception {
        Path file = Files.writeString(folder.resolve("times.json"), "old");

        times.write(file, LITTLE);

        assertThat(file).content().startsWith("{");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeAnythingIsMeasured() throws IOException {
        Path notADirectory = Files.writeString(folder.resolve("file"), "");
        Effort endless = new Effort(Long.MAX_VALUE, 1, 1);

        assertThatExceptionOfType(UnwritableException.class)
                .isThrownBy(() -> times.write(folder, endless))
                .withMessage(folder + ": can't be written (it is a directory); name another file with --out");
        assertThatExceptionOfType(UnwritableException.class)
                .isThrownBy(() -> times.write(notADirectory.resolve("times.json"), endless))
                .withMessageContaining("file is not a directory");
    }
}
