package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TornRecordingTest {

    private static final long SEED = 20240906;

    @TempDir
    Path temp;

    private Path run;

    @BeforeEach
    void write() {
        run = temp.resolve("run");
        SmallRun.writeWithAttempts(run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provenance.json",
                "host.json",
                "scenario.yaml",
                "latency.hlog",
                "timeline.csv",
                "steps.csv",
                "stations.csv",
                "regencies.csv",
                "audit.json",
                "attempts.csv"
            })
    void isRefusedInOneLineIfAFileIsMissingOrCut(String name) throws IOException {
        Path file = run.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        assertRefused();
        for (int length = 0; length < whole.length - 1; length += 1 + whole.length / 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused();
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> Recording.read(run))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(run.toString())
                .message()
                .doesNotContain("\n")
                .matches(".*(anew|wrote|run)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provenance.json",
                "host.json",
                "scenario.yaml",
                "latency.hlog",
                "timeline.csv",
                "steps.csv",
                "regencies.csv",
                "audit.json",
                "stations.csv",
                "attempts.csv"
            })
    void neverFailsOtherwiseThanInOneLineWhateverBytesStandThere(String name) throws IOException {
        Path file = run.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(SEED);
        for (int i = 0; i < 150; i++) {
            byte[] garbled = whole.clone();
            garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
            Files.write(file, garbled);
            assertReadsOrRefuses();
        }
    }

    private void assertReadsOrRefuses() {
        try {
            assertThat(Recording.read(run).timeline()).hasSize(5);
        } catch (RecordingException e) {
            assertThat(e.getMessage()).startsWith(run.toString()).doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "timeline.csv, '0,2024-09-06T16:55:00Z,2,2,3,', '0,2024-09-06T16:55:00Z,2,2,9,'",
        "timeline.csv, '0,2024-09-06T16:55:00Z,2,', '0,2024-09-06T16:55:00Z,-2,'",
        "timeline.csv, '1,2024-09-06T16:56:00Z', '2,2024-09-06T16:56:00Z'",
        "steps.csv, '3,stamp,1,2,1,0,0,1,0', '3,stamp,1,2,0,1,0,1,0'",
        "steps.csv, '3,stamp', '3,stomp'",
        "stations.csv, '1000000000', '1e999'",
        "regencies.csv, ',3,0,2,0,0,1,0', ',3,0,1,0,1,1,0'",
        "provenance.json, '\"seed\" : 42', '\"seed\" : \"x\"'",
        "provenance.json, 'Asia/Jakarta', 'Asia/Atlantis'",
        "provenance.json, 'STAMPS_LOST', 'STAMPS_FOUND'",
        "scenario.yaml, 'small', 'large'",
        "latency.hlog, 'stamp:SERVED,', 'stamp:FAILED,'",
        "latency.hlog, 'Tag=slip,180', 'Tag=slap,180'",
        "attempts.csv, 'stamp,SERVED,2024-09-06T16:56:20', 'stamp,FAILED,2024-09-06T16:56:20'",
        "attempts.csv, 'stamp,SERVED,2024-09-06T16:56:20', 'stomp,SERVED,2024-09-06T16:56:20'",
        "attempts.csv, 'stamp,SERVED,2024-09-06T16:56:20', 'stamp,SERVED,2024-09-06T16:59:20'",
        "attempts.csv, 'T16:56:20.000000Z', 'T16:56:20Z'",
        "attempts.csv, ',4000000,10000', ',4000000,4000001'",
        "provenance.json, '\"attempts\" : 12', '\"attempts\" : 13'"
    })
    void isRefusedIfItsFilesDisagree(String name, String found, String other) throws IOException {
        Path file = run.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(found);
        Files.writeString(file, text.replace(found, other));
        assertThatThrownBy(() -> Recording.read(run))
                .isInstanceOf(RecordingException.class)
                .hasMessageStartingWith(run.toString())
                .hasMessageEndingWith("anew");
    }

    @Test
    void ofANewerFormatNamesTheWayOut() throws IOException {
        Path file = run.resolve("provenance.json");
        Files.writeString(file, Files.readString(file).replace("\"formatVersion\" : 1", "\"formatVersion\" : 3"));
        assertThatThrownBy(() -> Recording.read(run))
                .isInstanceOf(RecordingException.class)
                .hasMessage(file
                        + ": format version 3, this program reads 1 to 2: use the version of the program that wrote it,"
                        + " or a newer one");
    }

    @Test
    void aDirectoryOfSomethingElseIsNoRecording() throws IOException {
        Path other = Files.createDirectory(temp.resolve("other"));
        assertThatThrownBy(() -> Recording.read(other))
                .isInstanceOf(RecordingException.class)
                .hasMessage(
                        other + ": is not a recording: it has no provenance.json; name the directory that a run wrote");
        Path none = temp.resolve("none");
        assertThatThrownBy(() -> Recording.read(none))
                .isInstanceOf(RecordingException.class)
                .hasMessage(none + ": does not exist; name the directory of a recording");
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThatThrownBy(() -> Recording.read(file))
                .isInstanceOf(RecordingException.class)
                .hasMessage(file + ": is not a directory; name the directory of a recording");
    }

    @Test
    void ofAKilledProcessReadsAsFarAsItsLastWholeInterval() throws IOException {
        Path killed = temp.resolve("killed");
        try (RecordingWriter writer = SmallRun.writer(killed, SmallScenario.whole())) {
            SmallRun.tell(writer, 0);
            SmallRun.tell(writer, 1);
        }
        for (String name : new String[] {"timeline.csv", "steps.csv", "stations.csv", "latency.hlog"}) {
            cutLastLine(killed.resolve(name));
        }
        Recording recording = Recording.read(killed);
        assertThat(recording.timeline()).hasSize(1);
        assertThat(recording.steps()).hasSize(2);
        assertThat(recording.stations()).hasSize(2);
        assertThat(recording.audit()).isEmpty();
    }

    private static void cutLastLine(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Files.writeString(file, text.substring(0, text.length() - 5));
    }
}
