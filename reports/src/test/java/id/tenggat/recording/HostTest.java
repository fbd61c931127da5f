package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class HostTest {

    @TempDir
    Path temp;

    @Test
    void isReadBackWithWhatWasAddedAtTheEnd() {
        Instant end = Instant.parse("2026-01-01T00:00:09.5Z");
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            assertThat(Recording.read(temp).host().endedAt()).isEmpty();
            writer.ended(end);
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        Host host = Recording.read(temp).host();
        assertThat(host.endedAt()).contains(end);
        assertThat(host.peakMemoryBytes().orElseThrow()).isGreaterThan(1 << 20);
        assertThat(host.stampsSignedBy()).isEmpty();
        assertThat(host.thirdPartiesBy()).isEmpty();
        assertThat(host.clientsSpoke()).isEmpty();
    }

    @Test
    void tellsWhatTheClientsOfALiveRunSpokeToItsEndAndBack() {
        Host begun = Host.here(Instant.EPOCH, "./tenggat replay", "1").speaking("HTTP/2, pooled connections");
        HostJson.write(temp, begun.ended(Instant.EPOCH).servedBy(new ServedBy("nobody", "")));
        assertThat(HostJson.read(temp).clientsSpoke()).contains("HTTP/2, pooled connections");
    }

    @Test
    void tellsWhoSignedTheStampsAndPlayedTheThirdPartiesOfALiveRun() {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.ended(Instant.parse("2026-01-01T00:00:09.5Z"), new ServedBy("ECDSA_P256 by somebody", "in-process"));
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        assertThat(Recording.read(temp).host().stampsSignedBy()).contains("ECDSA_P256 by somebody");
        assertThat(Recording.read(temp).host().thirdPartiesBy()).contains("in-process");
    }

    @Test
    void isReadFromARecordingThatKnowsNothingOfThirdParties() throws IOException {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.ended(Instant.parse("2026-01-01T00:00:09.5Z"), new ServedBy("ECDSA_P256 by somebody", ""));
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        assertThat(Files.readString(temp.resolve(HostJson.NAME))).doesNotContain("thirdPartiesBy");
        assertThat(Recording.read(temp).host().thirdPartiesBy()).isEmpty();
    }
}
