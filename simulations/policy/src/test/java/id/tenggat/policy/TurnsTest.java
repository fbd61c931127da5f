package id.tenggat.policy;

import id.tenggat.policy.Turns.End;
import id.tenggat.scenario.Stack.Discipline;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {

    private static final long MS = 1_000_000;

    @Test
    void fifoTakesTheOldestAndLifoTheNewestAndBothRankAllAlike() {
        assertThat(Turns.of(Discipline.FIFO).next(5)).isEqualTo(End.FRONT);
        assertThat(Turns.of(Discipline.LIFO).next(5)).isEqualTo(End.BACK);
        assertThat(Turns.of(Discipline.FIFO).rank(1, 7))
                .isEqualTo(Turns.of(Discipline.FIFO).rank(1, 3));
        assertThat(Turns.of(Discipline.LIFO).rank(1, 7))
                .isEqualTo(Turns.of(Discipline.LIFO).rank(1, 3));
    }

    @Test
    void earliestDeadlineFirstPutsWhoeverGivesUpFirstInFront() {
        Turns turns = Turns.of(Discipline.EARLIEST_DEADLINE_FIRST);
        assertThat(turns.rank(1, 3)).isLessThan(turns.rank(1, 7));
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

    @Test
    void fairTurnsPutRetriesBehindTheFirstRequestsOfOthers() {
        Turns turns = Turns.of(Discipline.FAIR);
        assertThat(turns.next(5)).isEqualTo(End.FRONT);
        assertThat(List.of(turns.rank(7, 0), turns.rank(7, 0), turns.rank(7, 0)))
                .containsExactly(0L, 1L, 2L);
        assertThat(turns.rank(8, 0)).as("a first request").isZero();
        assertThat(turns.rank(8, 0)).isEqualTo(1);
        turns.taken(2);
        assertThat(turns.rank(9, 0)).as("whoever comes later").isEqualTo(2);
        assertThat(turns.rank(8, 0)).as("whose last rank is behind").isEqualTo(2);
        assertThat(turns.rank(7, 0)).as("whose last was taken just now").isEqualTo(3);
    }
}
