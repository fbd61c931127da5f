package id.tenggat.replay;

import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.QuietRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class LiveRunTest {

    private static final long SECOND_NS = 1_000_000_000;

    private final List<Long> sent = new ArrayList<>();
    private final LiveRun run = new LiveRun(Scenes.early(1), new Teller());

    @Test
    void whatWasSentBeforeItBeganIsNotTold() {
        run.vitals().sent(SECOND_NS);
        run.begin();
        run.vitals().sent(1);
        run.vitals().sent(1);
        run.tick(SECOND_NS, 0, progress -> {});
        assertThat(sent).containsExactly(2L);
    }

    @Test
    void theSecondInWhichItEndsIsToldToo() {
        run.begin();
        run.tick(SECOND_NS, 0, progress -> {});
        run.vitals().sent(1);
        run.end(SECOND_NS + 1);
        assertThat(sent).containsExactly(0L, 1L);
    }

    private static Stream<Arguments> faults() {
        RuntimeException fault = new IllegalStateException("no watch");
        Error error = new InternalError("no file");
        return Stream.of(
                arguments(fault, watch(() -> {
                    throw fault;
                })),
                arguments(error, watch(() -> {
                    throw error;
                })));
    }

    private static Consumer<Progress> watch(Runnable deed) {
        return progress -> deed.run();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void oneThatCanNotBeFollowedStops(Throwable broken, Consumer<Progress> watch) {
        assertThatThrownBy(() -> run.tick(SECOND_NS, 0, watch)).isSameAs(broken);
        run.journal().sent(0);
        assertThat(run.stopReasons())
                .containsExactly(
                        "it could not be followed any more: " + broken,
                        "attempts under way at that instant, which were sent and are in no count: 1");
    }

    private final class Teller extends QuietRecorder {

        Teller() {
            super(SECOND_NS);
        }

        @Override
        public void injector(InjectorSecond second) {
            sent.add(second.slip().sent());
        }
    }
}
