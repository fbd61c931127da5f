package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.scenario.Slice.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Windows of the small run: five minutes from 16:55 UTC to its deadline at 17:00. */
class SpanTest {

    @TempDir
    Path temp;

    private Recording recording() {
        SmallRun.write(temp.resolve("run"));
        return Recording.read(temp.resolve("run"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-06T16:55:00Z, PT5M, 0, 5",
        "2024-09-06T16:56:00Z, PT2M, 1, 3",
        "2024-09-06T16:56:30Z, PT1M, 1, 3",
        "2024-09-06T16:59:59Z, PT0.5S, 4, 5",
        "2024-09-06T16:59:00Z, PT1H, 4, 5",
        "2024-09-06T18:00:00Z, PT1H, 5, 5"
    })
    void wholeIntervalsThatAWindowTouches(Instant begin, Duration length, int from, int to) {
        assertThat(Span.of(recording(), new Window.At(begin, length))).contains(new Span(from, to));
    }

    @Test
    void theLastMinutesBeforeTheDeadline() {
        assertThat(Span.of(recording(), new Window.Last(Duration.ofMinutes(2)))).contains(new Span(3, 5));
    }

    @Test
    void aWindowThatBeganBeforeTheRunIsNotHeld() {
        assertThat(Span.of(recording(), new Window.Last(Duration.ofMinutes(6)))).isEmpty();
    }

    @Test
    void goesForward() {
        assertThatThrownBy(() -> new Span(2, 1)).hasMessage("a span must go forward from 0 on, found 2 to 1");
    }
}
