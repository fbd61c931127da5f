package id.tenggat.capacity;

import id.tenggat.capacity.MemoryCheck.Refusal;
import id.tenggat.capacity.Simulator.Way;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Discipline;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Memory is told by arithmetic and a pilot; no heap is filled. */
class MemoryCheckTest {

    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long MB = 1_000_000;
    private static final Duration DAY = Duration.ofDays(1);

    /** References are compressed. */
    private static final Map<Class<?>, Integer> BYTES = Map.of(boolean.class, 1, int.class, 4, long.class, 8);

    private static int bytesPerElement(Class<?> table) {
        return Arrays.stream(table.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getType)
                .filter(Class::isArray)
                .mapToInt(type -> BYTES.getOrDefault(type.getComponentType(), 4))
                .sum();
    }

    @Test
    void aSlotIsCountedAsItsArraysAre() {
        assertThat(Applicants.BYTES_PER_SLOT).isEqualTo(32 + 32 + 4);
        assertThat(Requests.BYTES_PER_SLOT).isEqualTo(bytesPerElement(Requests.class));
        assertThat(TimeoutLane.BYTES_PER_SLOT).isEqualTo(bytesPerElement(TimeoutLane.class));
    }

    @Test
    void arraysAreAsLongAsDoublingMakesThem() {
        assertThat(MemoryNeed.capacity(1)).isEqualTo(1024);
        assertThat(MemoryNeed.capacity(1024)).isEqualTo(1024);
        assertThat(MemoryNeed.capacity(1025)).isEqualTo(2048);
        assertThat(MemoryNeed.capacity(3_000_000)).isEqualTo(4_194_304);
    }

    /** So many come in a day to a station that serves each in a second. */
    private static Scenario passing(int applicants) {
        return Models.uniform(
                applicants,
                DAY,
                Models.clients(Duration.ofSeconds(30), 1, Duration.ZERO),
                Models.station(500, 1000, new Fixed(Duration.ofSeconds(1))));
    }

    /** So many come in a day, are turned away, and ask again every six hours, as long as the day lasts. */
    private static Scenario staying(int applicants) {
        return Models.uniform(
                applicants,
                DAY,
                Models.clients(Duration.ofSeconds(30), 1000, Duration.ofHours(6)),
                Models.station(1000, 0, new Fixed(Duration.ofDays(20))));
    }

    private static Optional<Refusal> refusal(Scenario scenario, long heapBytes, int runs) {
        return new MemoryCheck(scenario, Slice.WHOLE, HOUR_NS, heapBytes)
                .refusal(runs, Supervision.of(Watch.NOBODY, scenario));
    }

    @Test
    void whatFitsWithEverybodyInsideAtOnceFits() {
        assertThat(refusal(staying(100_000), 100 * MB, 1)).isEmpty();
    }

    @Test
    void manyWhoPassQuicklyFitWhereTheyWouldNotAllAtOnce() {
        Scenario scenario = passing(3_000_000);
        double everybody =
                new MemoryNeed(scenario, Way.AHEAD, HOUR_NS).tables(Inside.everybody(scenario, Way.AHEAD, HOUR_NS));
        assertThat(everybody).isGreaterThan(290e6);
        assertThat(refusal(scenario, 64 * MB, 1)).isEmpty();
    }

    /**
     * Who is turned away in the last six hours knows that the next attempt would be too late, and leaves: three quarters stay,
     * but half as many again are more than there are.
     */
    @Test
    void manyWhoStayDoNotFit() {
        Optional<Refusal> refusal = refusal(staying(2_000_000), 200 * MB, 1);
        assertThat(refusal).isPresent();
        assertThat(refusal.orElseThrow().needBytes()).isGreaterThan(200 * MB);
        assertThat((double) refusal.orElseThrow().inside()).isEqualTo(2e6);
    }

    @Test
    void aPilotThatCannotFitIsStopped() {
        assertThat(refusal(staying(20_000_000), 100 * MB, 1))
                .contains(new Refusal(100 * MB / (Applicants.BYTES_PER_SLOT + EventCalendar.BYTES_PER_SLOT), 100 * MB));
    }

    @Test
    void runsSideBySideNeedRoomEach() {
        assertThat(refusal(passing(3_000_000), 64 * MB, 1)).isEmpty();
        assertThat(refusal(passing(3_000_000), 64 * MB, 60)).isPresent();
    }

    @Test
    void whoeverIsInsideBeforeAWindowCounts() {
        Scenario scenario = staying(2_000_000);
        Slice last = new Slice(Optional.of(new Slice.Window.Last(Duration.ofMinutes(1))), 0.001, 1);
        assertThat(new MemoryCheck(scenario, last, HOUR_NS, 200 * MB)
                        .refusal(1, Supervision.of(Watch.NOBODY, scenario)))
                .as("the time before the window is played with everybody")
                .isPresent();
    }

    @Test
    void requestsOfStationsPlayedStepByStepCount() {
        Scenario fifo = Models.uniform(
                1000, DAY, Models.patient(), Models.station(1, 100_000, new Fixed(Duration.ofSeconds(1))));
        Scenario lifo = Models.with(
                fifo,
                new Stack(
                        fifo.stack().stations().stream()
                                .map(station -> station.withDiscipline(Discipline.LIFO))
                                .toList(),
                        List.of()));
        assertThat(Inside.everybody(fifo, Way.AHEAD, HOUR_NS).requests()).isZero();
        assertThat(Inside.everybody(lifo, Way.AHEAD, HOUR_NS).requests())
                .as("each sends one request, and the queue has room for all")
                .isEqualTo(1000);
        assertThat(Inside.everybody(fifo, Way.STEP_BY_STEP, HOUR_NS))
                .isEqualTo(Inside.everybody(lifo, Way.AHEAD, HOUR_NS));
    }

    @Test
    void aLongTimeoutKeepsManyIntervalsOpen() {
        Scenario scenario = passing(1000);
        double coarse = new MemoryNeed(scenario, Way.AHEAD, HOUR_NS).recording();
        double fine = new MemoryNeed(scenario, Way.AHEAD, 1_000_000_000).recording();
        assertThat(fine - 86_400 * 1_200.0).isGreaterThan(10 * (coarse - 24 * 1_200.0));
    }
}
