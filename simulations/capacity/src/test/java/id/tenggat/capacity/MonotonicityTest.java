package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.scenario.Autoscaling;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One worker more never makes anybody later, on the same draws: first come, first served, with patient clients, everybody
 * begins no later (Kiefer and Wolfowitz, 1955), so that the k-th to be done is done no later, and no fewer are done by the
 * deadline.
 */
class MonotonicityTest {

    private static final Distribution SERVICE =
            new Distribution.Lognormal(Duration.ofMillis(800), Duration.ofSeconds(6));

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreWorkersNeverCompleteFewer(int seed) {
        int workers = 1 + seed % 4;
        List<Long> fewer = completions(seed, Models.station(workers, 500, SERVICE));
        List<Long> more = completions(seed, Models.station(workers + 1, 500, SERVICE));
        assertNoneIsLater(more, fewer);
    }

    /** The same holds for any number of workers that is never below the other. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void workersWhoComeAndGoAboveTheLeastNeverCompleteFewer(int seed) {
        int workers = 1 + seed % 4;
        Autoscaling scaling = new Autoscaling(
                workers, workers + 5, 0.6, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(30));
        List<Long> fixed = completions(seed, Models.station(workers, 500, SERVICE));
        List<Long> scaled =
                completions(seed, Models.station(workers, 500, SERVICE).withAutoscaling(Optional.of(scaling)));
        assertNoneIsLater(scaled, fixed);
        assertThat(scaled).isNotEqualTo(fixed);
    }

    private static void assertNoneIsLater(List<Long> more, List<Long> fewer) {
        assertThat(more.size()).isGreaterThanOrEqualTo(fewer.size());
        for (int k = 0; k < fewer.size(); k++) {
            assertThat(more.get(k)).as("completion %d", k).isLessThanOrEqualTo(fewer.get(k));
        }
    }

    private static List<Long> completions(int seed, Station station) {
        Scenario scenario = Models.uniform(500, Duration.ofSeconds(250), Models.patient(), station)
                .withSeed(seed);
        Tally tally = new Tally();
        new Simulator(Schedule.of(scenario), tally, Watch.NOBODY).run();
        return tally.completedNs.stream().sorted().toList();
    }
}
