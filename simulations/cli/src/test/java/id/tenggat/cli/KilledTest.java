package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** One of a replay's two processes is killed in mid-run: the other ends soon, and the recording says what happened. */
class KilledTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theInjectorIsKilled() throws Exception {
        try (Launched replay = replaying()) {
            List<ProcessHandle> children = children(replay);
            children.get(1).destroyForcibly();
            assertThat(replay.await()).as(replay.said()).isEqualTo(3);
            assertThat(replay.said())
                    .contains("INVALID: the injector was killed (signal 9: by kill -9, or for want of memory)")
                    .contains("verdict: INVALID")
                    .doesNotContain("\tat ");
            assertKept("the injector was killed (signal 9: by kill -9, or for want of memory) in mid-run");
            assertEnded(children);
        }
    }

    @Test
    void theStackIsKilled() throws Exception {
        try (Launched replay = replaying()) {
            List<ProcessHandle> children = children(replay);
            children.get(0).destroyForcibly();
            assertThat(replay.await()).as(replay.said()).isEqualTo(3);
            assertThat(replay.said()).contains("verdict: INVALID").doesNotContain("\tat ");
            assertKept("the stack was killed (signal 9: by kill -9, or for want of memory) in mid-run");
            assertEnded(children);
        }
    }

    private Launched replaying() throws IOException, InterruptedException {
        Launched replay = Launched.command(
                folder,
                "replay",
                Repository.scenario("smoke.yaml"),
                "--warm-up",
                "1s",
                "--out",
                folder.resolve("run").toString());
        replay.awaitThat(() -> rows() > 3);
        return replay;
    }

    /** The stack, then the injector: in the order in which they were started. */
    private static List<ProcessHandle> children(Launched replay) {
        List<ProcessHandle> children = replay.handle()
                .children()
                .sorted(java.util.Comparator.comparingLong(ProcessHandle::pid))
                .toList();
        assertThat(children).hasSize(2);
        return children;
    }

    private void assertKept(String reason) {
        Told told = Told.by("gate", recording().toString());
        assertThat(told.out()).startsWith("INVALID").contains(reason);
        assertThat(told.status()).isEqualTo(3);
        assertThat(rows()).isGreaterThan(3);
    }

    private static void assertEnded(List<ProcessHandle> children) throws Exception {
        for (ProcessHandle child : children) {
            child.onExit().get(60, TimeUnit.SECONDS);
        }
    }

    private Path recording() {
        return folder.resolve("run").resolve("replayed");
    }

    private int rows() {
        Path timeline = recording().resolve("timeline.csv");
        try {
            return Files.exists(timeline) ? Files.readAllLines(timeline).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
