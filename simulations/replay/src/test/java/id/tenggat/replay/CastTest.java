package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Cursor;
import id.tenggat.arrival.Schedule;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class CastTest {

    private static final Crowd CROWD =
            new Crowd(List.of(new Crowd.Member(7, 1, 0, 1, 1, 0), new Crowd.Member(150, 0, 0, 0, 0, 30_000_000_000L)));

    private final Schedule schedule = Schedule.of(Scenes.scenario(100, Duration.ofSeconds(60)), CROWD);
    private final Cast cast = Cast.of(schedule);

    @Test
    void everybodyIsPlayedOnceInOrderOfDueTime() {
        assertThat(cast.size()).isEqualTo(202);
        assertThat(cast.dueNsAfter(5)).isSorted();
        assertThat(cast.dueNsAfter(5)[0]).isEqualTo(cast.dueNs(0) + 5);
    }

    @Test
    void membersOfTheCrowdGoOnWhereTheyAre() {
        assertThat(cast.wasInside(0)).isTrue();
        assertThat(cast.member(0)).isEqualTo(CROWD.members().get(0));
        assertThat(IntStream.range(0, cast.size()).filter(cast::wasInside)).hasSize(2);
    }

    @Test
    void arrivalsAreThoseOfTheSchedule() {
        int[] arriving =
                IntStream.range(0, cast.size()).filter(i -> !cast.wasInside(i)).toArray();
        Cursor cursor = schedule.cursor();
        for (int i : arriving) {
            assertThat(cursor.advance()).isTrue();
            assertThat(cast.applicant(i)).isEqualTo(cursor.applicant());
            assertThat(cast.regency(i)).isEqualTo(cursor.regency());
            assertThat(cast.dueNs(i)).isEqualTo(cursor.dueNs());
        }
    }
}
