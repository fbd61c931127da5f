package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Stack.Discipline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Laws of the queue disciplines: 5,000 applicants within 5,000 s at one worker that is busy for most of the time. */
class DisciplineTest {

    private static final int APPLICANTS = 5000;
    private static final Distribution FIXED = new Fixed(Duration.ofMillis(900));
    private static final Distribution EXPONENTIAL = new Exponential(Duration.ofMillis(900));

    static List<Discipline> disciplines() {
        return List.of(
                Discipline.LIFO,
                Discipline.EARLIEST_DEADLINE_FIRST,
                Discipline.FAIR,
                new Discipline.AdaptiveLifo(Duration.ZERO),
                new Discipline.AdaptiveLifo(Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @MethodSource("disciplines")
    void workIsConserved(Discipline discipline) {
        Tally fifo = run(Discipline.FIFO, EXPONENTIAL, Models.patient());
        Tally other = run(discipline, EXPONENTIAL, Models.patient());
        assertThat(other.busyNs).isEqualTo(fifo.busyNs);
        assertThat(other.count(Fate.SERVED)).isEqualTo(fifo.count(Fate.SERVED)).isEqualTo(APPLICANTS);
    }

    @ParameterizedTest
    @MethodSource("disciplines")
    void whereAllServiceIsEquallyLongTheQueueIsAsLongWhoeverIsNext(Discipline discipline) {
        Tally fifo = run(Discipline.FIFO, FIXED, Models.patient());
        Tally other = run(discipline, FIXED, Models.patient());
        assertThat(other.queueNs).isCloseTo(fifo.queueNs, within(fifo.queueNs * 1e-12));
        assertThat(other.completedNs).isEqualTo(fifo.completedNs);
    }

    @Test
    void adaptiveLifoIsFifoBelowItsSpan() {
        Discipline late = new Discipline.AdaptiveLifo(Duration.ofDays(1));
        assertThat(run(late, EXPONENTIAL, hasty()).calls).isEqualTo(run(Discipline.FIFO, EXPONENTIAL, hasty()).calls);
    }

    @Test
    void adaptiveLifoServesMoreInTimeThanFifoWhereTheQueueStands() {
        Discipline adaptive = new Discipline.AdaptiveLifo(Duration.ofSeconds(1));
        long inTime = run(adaptive, new Fixed(Duration.ofMillis(1100)), hasty()).count(Fate.SERVED);
        assertThat(inTime)
                .isGreaterThan(2
                        * run(Discipline.FIFO, new Fixed(Duration.ofMillis(1100)), hasty())
                                .count(Fate.SERVED));
    }

    @Test
    void withOnePatienceTheEarliestDeadlineIsThatOfTheFirstToCome() {
        assertThat(run(Discipline.EARLIEST_DEADLINE_FIRST, EXPONENTIAL, hasty()).calls)
                .isEqualTo(run(Discipline.FIFO, EXPONENTIAL, hasty()).calls);
    }

    @Test
    void aLineByRankKeepsTheOrderOfComingAmongEqualsAndLosesNobodyFromItsMiddle() {
        Requests requests = new Requests();
        Line line = new Line(requests);
        long[] ranks = {5, 3, 5, 1, 3};
        for (int i = 0; i < ranks.length; i++) {
            int request = requests.add(0, 0, 0, i);
            requests.rank[request] = ranks[i];
            line.addByRank(request);
        }
        line.remove(4);
        assertThat(List.of(take(line), take(line), take(line), take(line))).containsExactly(3, 1, 0, 2);
        assertThat(line.isEmpty()).isTrue();
    }

    private static int take(Line line) {
        int first = line.first();
        line.remove(first);
        return first;
    }

    private static Clients hasty() {
        return Models.clients(Duration.ofSeconds(3), 3, Duration.ofSeconds(2));
    }

    private static Tally run(Discipline discipline, Distribution service, Clients clients) {
        Tally tally = Tally.ofEverything();
        var station = Models.station(1, 1_000_000, service).withDiscipline(discipline);
        var scenario = Models.uniform(APPLICANTS, Duration.ofSeconds(APPLICANTS), clients, station);
        Simulator.stepByStep(Schedule.of(scenario), tally, Watch.NOBODY).run();
        return tally;
    }
}
