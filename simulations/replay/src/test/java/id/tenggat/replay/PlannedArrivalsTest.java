package id.tenggat.replay;

import io.gatling.javaapi.core.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static io.gatling.javaapi.core.CoreDsl.scenario;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class PlannedArrivalsTest {
    /** Far more than what lies between Gatling's zero and ours, far less than the plans' length: no user is that early. */
    private static final long EARLY_NS = SECONDS.toNanos(1);

    @TempDir
    private Path results;

    @Test
    void aHundredThousandUsersStartOnceEachAndNoneAheadOfTheInstantThatItsIdHasInThePlan() {
        assertPlayed(LongStream.range(0, 100_000).map(i -> i * 30_000 + 7).toArray());
    }

    @Test
    void aGapOfSecondsIsWaitedFor() {
        assertPlayed(new long[] {0, 0, SECONDS.toNanos(4), SECONDS.toNanos(4) + 1});
    }

    private void assertPlayed(long[] plan) {
        AtomicLongArray startedNs = new AtomicLongArray(plan.length);
        PlannedArrivals arrivals = new PlannedArrivals(plan);

        new GatlingEngine().play(run(arrivals, startedNs));

        assertThat(IntStream.range(0, plan.length).filter(index -> startedNs.get(index) == 0))
                .as("users who never started")
                .isEmpty();
        assertThat(IntStream.range(0, plan.length)
                        .filter(index -> startedNs.get(index) < arrivals.dueNs(index) - EARLY_NS))
                .as("users who started ahead of the plan")
                .isEmpty();
    }

    @Test
    void theStepYieldsEveryOffsetInWholeMillisecondsHoweverFarApart() {
        long hourNs = SECONDS.toNanos(3600);
        PlannedStep step = new PlannedStep(new PlannedArrivals(new long[] {0, 999_999, 1_000_000, hourNs, hourNs + 1}));

        assertThat(step.users()).isEqualTo(5);
        assertThat(step.duration().toMillis()).isEqualTo(3_600_000);
        Iterator<FiniteDuration> starts = step.chain(scala.collection.Iterator$.MODULE$.empty());
        for (long expectedMs : new long[] {0, 0, 1, 3_600_000, 3_600_000}) {
            assertThat(starts.next().toMillis()).isEqualTo(expectedMs);
        }
        assertThat(starts.hasNext()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1,0,arrival 0 is due at -1 ns", "5,4,arrival 1 is due at 4 ns; it may not be due before 5 ns"})
    void aPlanOutOfOrderIsRefusedWithThePlace(long first, long second, String message) {
        assertThatThrownBy(() -> new PlannedArrivals(new long[] {first, second}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aPlanHasNoInstantsBeforeItsRunAndServesOne() {
        PlannedArrivals arrivals = new PlannedArrivals(new long[] {1});

        assertThatThrownBy(() -> arrivals.dueNs(0)).hasMessageContaining("has not started");
        arrivals.start();
        assertThatThrownBy(arrivals::start).hasMessageContaining("played already");
    }

    @Test
    void theRunsZeroLeavesGatlingTheLeadToHandOutUsers() {
        PlannedArrivals arrivals = new PlannedArrivals(new long[] {5});
        long beforeNs = System.nanoTime();
        arrivals.start();

        assertThat(arrivals.dueNs(0)).isGreaterThanOrEqualTo(beforeNs + PlannedArrivals.LEAD_NS + 5);
    }

    private GatlingRun run(PlannedArrivals arrivals, AtomicLongArray startedNs) {
        return new GatlingRun("arrivals", () -> new Clocking(arrivals, startedNs), results, Charts.NONE);
    }

    private static final class Clocking extends Simulation {
        Clocking(PlannedArrivals arrivals, AtomicLongArray startedNs) {
            setUp(arrivals.inject(scenario("clocking").exec(session -> {
                if (!startedNs.compareAndSet((int) session.userId() - 1, 0, System.nanoTime())) {
                    throw new IllegalStateException("user " + session.userId() + " started twice");
                }
                return session;
            })));
        }
    }
}
