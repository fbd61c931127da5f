package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class HostTest {

    @TempDir
    Path temp;

    @Test
    void isReadBackWithWhatWasAddedAtTheEnd() {
        Host host = Host.here(Instant.parse("2026-01-01T00:00:00Z"), "tenggat simulate", "1.2")
                .ended(Instant.parse("2026-01-01T00:00:09.5Z"));
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.host(host);
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        assertThat(Recording.read(temp).host()).isEqualTo(host);
        assertThat(host.peakMemoryBytes().orElseThrow()).isGreaterThan(1 << 20);
    }
}
