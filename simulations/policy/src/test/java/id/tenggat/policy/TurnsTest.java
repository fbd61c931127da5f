package id.tenggat.policy;

import id.tenggat.policy.Turns.End;
import id.tenggat.scenario.Stack.Discipline;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {

    private static final long MS = 1_000_000;

    @Test
    void fifoTakesTheOldestAndLifoTheNewestAndBothRankAllAlike() {
        assertThat(Turns.of(Discipline.FIFO).next(5)).isEqualTo(End.FRONT);
        assertThat(Turns.of(Discipline.LIFO).next(5)).isEqualTo(End.BACK);
        assertThat(Turns.of(Discipline.FIFO).rank(7))
                .isEqualTo(Turns.of(Discipline.FIFO).rank(3));
        assertThat(Turns.of(Discipline.LIFO).rank(7))
                .isEqualTo(Turns.of(Discipline.LIFO).rank(3));
    }

    @Test
    void earliestDeadlineFirstPutsWhoeverGivesUpFirstInFront() {
        Turns turns = Turns.of(Discipline.EARLIEST_DEADLINE_FIRST);
        assertThat(turns.rank(3)).isLessThan(turns.rank(7));
        assertThat(turns.next(5)).isEqualTo(End.FRONT);
    }

    @Test
    void adaptiveLifoTurnsOnceTheLineHasStoodForLongerThanItsSpanAndBackWithTheNextLine() {
        Turns turns = Turns.of(new Discipline.AdaptiveLifo(Duration.ofMillis(100)));
        turns.lineBegins(1000 * MS);
        assertThat(turns.next(1000 * MS)).isEqualTo(End.FRONT);
        assertThat(turns.next(1100 * MS)).isEqualTo(End.FRONT);
        assertThat(turns.next(1100 * MS + 1)).isEqualTo(End.BACK);
        assertThat(turns.next(9000 * MS)).isEqualTo(End.BACK);
        turns.lineBegins(9001 * MS);
        assertThat(turns.next(9101 * MS)).isEqualTo(End.FRONT);
    }
}
