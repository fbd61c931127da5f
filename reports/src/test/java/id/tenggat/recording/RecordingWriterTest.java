package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.scenario.OverflowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordingWriterTest {

    @TempDir
    Path temp;

    @Test
    void countsEveryIntervalAsItWasTold() throws IOException {
        SmallRun.write(temp);
        assertThat(Files.readString(temp.resolve("timeline.csv"))).isEqualTo(TimelineCsv.HEADER + """

                        0,2024-09-06T16:55:00Z,2,2,3,2,0,1,0,0,0,0,0,0,2
                        1,2024-09-06T16:56:00Z,2,3,4,3,1,0,0,0,1,0,0,0,3
                        2,2024-09-06T16:57:00Z,1,2,2,2,0,0,0,0,1,0,0,0,3
                        3,2024-09-06T16:58:00Z,0,1,2,1,0,0,1,0,1,0,0,0,2
                        4,2024-09-06T16:59:00Z,0,1,0,0,0,0,0,1,0,0,1,1,0
                        """);
    }

    @Test
    void countsEachStepAndEachRegency() throws IOException {
        SmallRun.write(temp);
        assertThat(Files.readAllLines(temp.resolve("steps.csv")))
                .contains("0,sign-up,2,3,2,0,1,0,0", "3,stamp,1,2,1,0,0,1,0", "4,stamp,1,0,0,0,0,0,1")
                .hasSize(1 + 5 * 2);
        assertThat(Files.readAllLines(temp.resolve("regencies.csv")))
                .contains(
                        "11.01,Kabupaten Aceh Selatan,Aceh,Asia/Jakarta,3,0,2,0,0,1,0",
                        "91.05,\"Kabupaten \"\"A\"\", B\",Aceh,Asia/Jakarta,2,0,1,0,1,0,0",
                        "99.99,Nobody,Aceh,Asia/Jakarta,0,0,0,0,0,0,0");
    }

    @Test
    void writesStationsInWholeNanoseconds() throws IOException {
        SmallRun.write(temp);
        assertThat(Files.readAllLines(temp.resolve("stations.csv")))
                .contains("0,registration,3,0,2,1,0,1,1000000000,12000000000,3000000000,120000000000")
                .contains("1,stamping,3,0,2,1,0,1,1000000000,60000000000,15000000000,120000000000")
                .hasSize(1 + 5 * 2);
    }

    @Test
    void twoWritingsOfTheSameRunAreTheSameBytes() throws IOException {
        SmallRun.write(temp.resolve("a"));
        SmallRun.write(temp.resolve("b"));
        try (Stream<Path> files = Files.list(temp.resolve("a"))) {
            for (Path file : files.toList()) {
                assertThat(temp.resolve("b").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void anIntervalIsOnTheDiskOnceTimeHasPassedIt() {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            SmallRun.tell(writer, 0);
            SmallRun.tell(writer, 1);
            Recording soFar = Recording.read(temp);
            assertThat(soFar.provenance().status()).isEqualTo(RunStatus.RUNNING);
            assertThat(soFar.timeline()).hasSize(2);
            assertThat(soFar.regencies().get(0).arrived()).isEqualTo(2);
        }
    }

    /** A link to itself stands for a limit of open files: the system opens nothing, but the folder is there. */
    @Test
    void regenciesThatCanNotBeReplacedJustNowAreReplacedLater() throws IOException {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            Path fresh = temp.resolve("regencies.csv.new");
            Files.createSymbolicLink(fresh, fresh);
            SmallRun.tell(writer, 0);
            assertThat(Recording.read(temp).regencies().get(0).arrived()).isZero();
            SmallRun.tell(writer, 1);
            assertThat(Recording.read(temp).regencies().get(0).arrived()).isEqualTo(2);
        }
    }

    @Test
    void anIntervalOfWhichOnlyStationsToldIsKept() {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            StationSample idle = new StationSample(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            for (int interval = 0; interval < 7; interval++) {
                writer.station(interval, 0, idle);
                writer.station(interval, 1, idle);
            }
            writer.finish(new Audit(0, 0, 0, 0, 0), RunStatus.INTERRUPTED, List.of());
        }
        assertThat(Recording.read(temp).timeline()).hasSize(7);
        assertThat(Recording.read(temp).stations()).hasSize(14);
    }

    @Test
    void whatComesLateCountsInTheOldestOpenInterval() {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            SmallRun.tell(writer);
            writer.attempt(0, Fate.SERVED, 1, 2, 3);
            writer.finish(SmallRun.AUDIT, RunStatus.COMPLETE, List.of());
        }
        Recording recording = Recording.read(temp);
        assertThat(recording.timeline()).hasSize(6);
        assertThat(recording.timeline().get(5).fates().of(Fate.SERVED)).isEqualTo(1);
        assertThat(recording.timeline().get(5).sent()).isEqualTo(1);
    }

    @Test
    void aDirectoryThatHoldsSomethingIsRefused() throws IOException {
        Files.writeString(temp.resolve("note.txt"), "mine");
        assertThatThrownBy(() -> SmallRun.writer(temp, SmallScenario.whole()))
                .isInstanceOf(RecordingException.class)
                .hasMessage(temp + ": is not empty, and a recording is never overwritten: name another directory");
    }

    @Test
    void timesOutOfOrderAreRefused() {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            assertThatThrownBy(() -> writer.attempt(0, Fate.SERVED, 5, 4, 6))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("due, sent, done must be in order, found 5, 4, 6");
            assertThatThrownBy(() -> writer.arrived(0, -1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.arrived(0, Long.MAX_VALUE))
                    .isInstanceOf(OverflowException.class)
                    .hasMessage("a run may last 10,000,000 intervals of 60s, but something happens after 106752d");
        }
    }
}
