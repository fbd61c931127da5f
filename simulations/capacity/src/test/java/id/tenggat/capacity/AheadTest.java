package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Telling ahead of time tells the same as going step by step, to the nanosecond, in every random scenario. */
class AheadTest {

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothWaysTellTheSame(int seed) {
        assertAgreement(seed % 2 == 0 ? SwarmTest.scenario(seed) : SwarmTest.plainScenario(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothWaysTellTheSameOfOutagesFreezesAndLostCapacity(int seed) {
        assertAgreement(SwarmTest.harriedScenario(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothWaysTellTheSameOfThirdParties(int seed) {
        assertAgreement(SwarmTest.callingScenario(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothWaysTellTheSameOfImpatientClicks(int seed) {
        assertAgreement(SwarmTest.clickingScenario(seed));
    }

    private static void assertAgreement(Scenario scenario) {
        Tally ahead = Tally.ofEverything();
        Tally stepByStep = Tally.ofEverything();
        Outcome first = new Simulator(Schedule.of(scenario), ahead, Watch.NOBODY).run();
        Outcome second = Simulator.stepByStep(Schedule.of(scenario), stepByStep, Watch.NOBODY)
                .run();
        assertThat(sorted(ahead)).isEqualTo(sorted(stepByStep));
        assertThat(first.audit()).isEqualTo(second.audit());
        assertThat(first.attempts()).isEqualTo(second.attempts());
        assertThat(first.endNs()).isEqualTo(second.endNs());
    }

    private static List<String> sorted(Tally tally) {
        return tally.calls.stream().sorted().toList();
    }
}
