package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Host;
import id.tenggat.recording.IntervalLength;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Recordings are the same bytes on every Java platform, and however many threads make some at the same time. */
class FrozenBytesTest {

    /** Changes only where a change of what is simulated, or of the format, is meant. */
    private static final String FROZEN = "4df494b4965faeff172f81b2f91047281b7030033c5adea1f53f6ec0cf1d2237";

    private static final int SEEDS = 40;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void recordingsAreTheSameBytesForEver() {
        String digests = recorded("one", IntStream.range(0, SEEDS)).collect(Collectors.joining("\n"));
        assertThat(hex(digests.getBytes(StandardCharsets.UTF_8))).as(digests).isEqualTo(FROZEN);
    }

    @Test
    void threadsSideBySideChangeNothing() {
        assertThat(recorded("side by side", IntStream.range(0, SEEDS).parallel()))
                .containsExactlyElementsOf(
                        recorded("one by one", IntStream.range(0, SEEDS)).toList());
    }

    /** A digest of each seed's recording. */
    private Stream<String> recorded(String name, IntStream seeds) {
        IntFunction<Scenario> scenario =
                seed -> seed % 2 == 0 ? SwarmTest.scenario(seed) : SwarmTest.harriedScenario(seed);
        return seeds.mapToObj(seed -> digest(record(folder.resolve(name + seed), scenario.apply(seed))));
    }

    private static Path record(Path directory, Scenario scenario) {
        Schedule schedule = Schedule.of(scenario);
        Run run = new Run(
                "simulate",
                "name: swarm\n",
                List.of(),
                IntervalLength.proposedNs(scenario),
                0,
                Host.here(Instant.EPOCH, "FrozenBytesTest", "test"));
        try (RecordingWriter writer = RecordingWriter.create(directory, schedule, run)) {
            writer.finish(new Simulator(schedule, writer, Watch.NOBODY).run().audit(), RunStatus.COMPLETE, List.of());
        }
        return directory;
    }

    private static String digest(Path recording) {
        try (Stream<Path> files = Files.list(recording)) {
            return files.filter(file -> !file.endsWith("host.json"))
                    .sorted()
                    .map(FrozenBytesTest::line)
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path file) {
        try {
            return file.getFileName() + ":" + hex(Files.readAllBytes(file)).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
