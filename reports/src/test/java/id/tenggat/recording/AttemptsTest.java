package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.scenario.Slice;
import id.tenggat.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttemptsTest {

    private static final Slice SIXTY_TIMES_AS_FAST = new Slice(Optional.empty(), 1, 60);

    @TempDir
    Path temp;

    @Test
    void everyAttemptIsARowInTheOrderInWhichItWasTold() throws IOException {
        SmallRun.writeWithAttempts(temp);
        assertThat(Files.readString(temp.resolve("attempts.csv"))).isEqualTo("""
                        step,fate,due,sent,done,latency_us,slip_us
                        sign-up,SERVED,2024-09-06T16:55:01.000000Z,2024-09-06T16:55:01.000000Z,2024-09-06T16:55:01.200000Z,200000,0
                        sign-up,TIMED_OUT,2024-09-06T16:55:02.000000Z,2024-09-06T16:55:02.000000Z,2024-09-06T16:55:32.000000Z,30000000,0
                        sign-up,SERVED,2024-09-06T16:55:35.000000Z,2024-09-06T16:55:35.000000Z,2024-09-06T16:55:35.200000Z,200000,0
                        sign-up,REJECTED,2024-09-06T16:56:01.000000Z,2024-09-06T16:56:01.000000Z,2024-09-06T16:56:01.001000Z,1000,0
                        sign-up,SERVED,2024-09-06T16:56:05.000000Z,2024-09-06T16:56:05.000000Z,2024-09-06T16:56:05.300000Z,300000,0
                        sign-up,SERVED,2024-09-06T16:56:10.000000Z,2024-09-06T16:56:10.000000Z,2024-09-06T16:56:10.400000Z,400000,0
                        stamp,SERVED,2024-09-06T16:56:20.000000Z,2024-09-06T16:56:20.000000Z,2024-09-06T16:56:21.000000Z,1000000,0
                        sign-up,SERVED,2024-09-06T16:57:10.000000Z,2024-09-06T16:57:10.000000Z,2024-09-06T16:57:10.500000Z,500000,0
                        stamp,SERVED,2024-09-06T16:57:20.000000Z,2024-09-06T16:57:20.000000Z,2024-09-06T16:57:22.000000Z,2000000,0
                        stamp,FAILED,2024-09-06T16:58:10.000000Z,2024-09-06T16:58:10.000000Z,2024-09-06T16:58:10.100000Z,100000,0
                        stamp,SERVED,2024-09-06T16:58:20.000000Z,2024-09-06T16:58:20.010000Z,2024-09-06T16:58:24.000000Z,4000000,10000
                        stamp,ABANDONED,2024-09-06T16:59:10.000000Z,2024-09-06T16:59:10.000000Z,2024-09-06T16:59:15.000000Z,5000000,0
                        """);
    }

    @Test
    void nothingElseOfTheRecordingChanges() throws IOException {
        Path plain = temp.resolve("plain");
        Path kept = temp.resolve("kept");
        SmallRun.write(plain);
        SmallRun.writeWithAttempts(kept);
        assertThat(plain.resolve("attempts.csv")).doesNotExist();
        for (String file : List.of("timeline.csv", "steps.csv", "stations.csv", "regencies.csv", "latency.hlog")) {
            assertThat(kept.resolve(file)).hasSameBinaryContentAs(plain.resolve(file));
        }
        String provenance = Files.readString(kept.resolve("provenance.json"));
        assertThat(provenance).contains("\"attempts\" : 12");
        assertThat(provenance.replaceFirst(",\\s+\"attempts\" : 12", ""))
                .isEqualTo(Files.readString(plain.resolve("provenance.json")));
    }

    @Test
    void rowsAreOnTheDiskOnceTimeHasPassedTheirInterval() throws IOException {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.keepAttempts();
            SmallRun.tell(writer, 0);
            assertThat(Files.readAllLines(temp.resolve("attempts.csv"))).hasSize(1 + 3);
            assertThat(Recording.read(temp).provenance().status()).isEqualTo(RunStatus.RUNNING);
        }
    }

    @Test
    void instantsAreTheCalendarsAndLatenciesTheEngines() throws IOException {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.of(SIXTY_TIMES_AS_FAST))) {
            writer.keepAttempts();
            writer.attempt(0, Fate.SERVED, 1_000_000_000L, 1_000_000_100L, 1_000_003_600L);
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        assertThat(Files.readAllLines(temp.resolve("attempts.csv")))
                .contains("sign-up,SERVED,2024-09-06T16:56:00.000000Z,2024-09-06T16:56:00.000006Z,"
                        + "2024-09-06T16:56:00.000216Z,4,0");
        assertThat(Recording.read(temp).provenance().extent().orElseThrow().attempts())
                .hasValue(1);
    }

    @Test
    void theyAreNotCarriedIntoAnotherRecording() {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.keepAttempts();
            assertThatThrownBy(() -> State.bytesOf(writer::carry)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void instantsAreWrittenAsTheLibraryWritesThem() {
        DateTimeFormatter microseconds =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
        InstantText text = new InstantText();
        Random random = new Random(584);
        Instant instant = Instant.parse("1969-12-31T23:59:59.999999999Z");
        for (int i = 0; i < 10_000; i++) {
            StringBuilder row = new StringBuilder("x,");
            text.append(row, instant);
            assertThat(row).hasToString("x," + microseconds.format(instant));
            assertThat(InstantText.isOne(row.substring(2))).isTrue();
            instant = instant.plusNanos(random.nextLong(1L << random.nextInt(10, 50)));
        }
    }
}
