package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Slice.Window;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** What a scenario says that its runs hold is what their recordings hold: five minutes until 17:00 UTC, and slices of them. */
class HeldTest {

    private static final Instant DEADLINE = Instant.parse("2024-09-06T17:00:00Z");

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        "whole, 2024-09-06T16:55:00Z, PT5M, true",
        "whole, 2024-09-06T16:54:59Z, PT1M, false",
        "whole, 2024-09-06T16:59:00Z, PT1H, true",
        "last, 2024-09-06T16:57:00Z, PT1M, true",
        "last, 2024-09-06T16:56:59Z, PT1M, false",
        "last, 2024-09-06T16:59:00Z, PT1H, true",
        "at, 2024-09-06T16:57:00Z, PT2M, true",
        "at, 2024-09-06T16:57:00Z, PT2M1S, false",
        "at, 2024-09-06T16:56:59Z, PT1M, false"
    })
    void windows(String slice, Instant begin, Duration length, boolean isHeld) {
        Scenario scenario = SmallScenario.of(slice(slice));
        Window window = new Window.At(begin, length);
        assertThat(Held.of(scenario).holds(window, DEADLINE)).isEqualTo(isHeld);
        assertThat(Span.of(recording(scenario, slice.equals("at") ? 2 : 5), window)
                        .isPresent())
                .isEqualTo(isHeld);
    }

    private static Slice slice(String name) {
        return switch (name) {
            case "last" -> new Slice(Optional.of(new Window.Last(Duration.ofMinutes(3))), 1, 1);
            case "at" ->
                new Slice(
                        Optional.of(new Window.At(Instant.parse("2024-09-06T16:57:00Z"), Duration.ofMinutes(2))), 1, 1);
            default -> Slice.WHOLE;
        };
    }

    /** Of a run in which nobody came. */
    private Recording recording(Scenario scenario, int minutes) {
        try (RecordingWriter writer = SmallRun.writer(temp.resolve("run"), scenario)) {
            writer.advanceTo(minutes * SmallRun.MINUTE_NS);
            writer.finish(new Audit(0, 0, 0, 0, 0), RunStatus.INTERRUPTED, List.of());
        }
        return Recording.read(temp.resolve("run"));
    }
}
