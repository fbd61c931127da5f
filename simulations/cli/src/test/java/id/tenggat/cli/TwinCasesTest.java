package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases on which both engines must agree are such that a live run's few milliseconds decide nothing: two simulations of which
 * one's services take a millisecond longer agree as well.
 */
class TwinCasesTest {

    @TempDir
    private Path folder = Path.of("");

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(Repository.scenario("twin")))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMillisecondDecidesNothing(Path file) throws IOException {
        Told told = compared(Files.readString(file));
        assertThat(told.status()).as(told.out()).isZero();
    }

    /** A queue that is about as long as clients are patient. */
    @Test
    void inACaseAtItsThresholdItDoes() throws IOException {
        String atThreshold = replaced(
                replaced(
                        Files.readString(Path.of(Repository.scenario("twin/outage.yaml"))),
                        "queueLimit: 500",
                        "queueLimit: 400"),
                "timeout: 8s",
                "timeout: 5s");
        assertThat(compared(atThreshold).status()).isEqualTo(1);
    }

    private Told compared(String text) throws IOException {
        String asItIs = replaced(text, "../regencies-smoke.csv", Repository.scenario("regencies-smoke.csv"));
        String slower = replaced(
                replaced(
                        asItIs,
                        "portal, workers: 16, queueLimit: 200, serviceTime: {exponential: {mean: 20ms",
                        "portal, workers: 16, queueLimit: 200, serviceTime: {exponential: {mean: 21ms"),
                "serviceTime: 20ms",
                "serviceTime: 21ms");
        return Told.by("twin", "--recordings", simulated("as-it-is", asItIs), simulated("slower", slower));
    }

    private String simulated(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), text);
        Path out = folder.resolve(name);
        Told told = Told.by("simulate", file.toString(), "--out", out.toString());
        assertThat(told.status()).as(told.err()).isZero();
        return out.resolve("simulated").toString();
    }

    private static String replaced(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }
}
