package id.tenggat.policy;

import id.tenggat.policy.Conditions.Condition;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack.Admission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static id.tenggat.policy.Cases.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

class ConditionsTest {

    private static final Condition ORDINARY = new Condition(false, 1, 1, 0);

    private static Conditions conditions(Incident... incidents) {
        return new Conditions(Cases.scenario(Cases.ONE_DAY, Cases.clients(Jitter.NONE, 0), Slice.WHOLE, incidents), 0);
    }

    @Test
    void anIncidentHoldsFromItsFirstInstantToItsLast() {
        Conditions conditions = conditions(Cases.incident(new Effect.Down(0), 10, 20));
        assertThat(conditions.changesNs()).containsExactly(10 * SECOND, 20 * SECOND);
        assertThat(conditions.at(10 * SECOND - 1)).isEqualTo(ORDINARY);
        assertThat(conditions.at(10 * SECOND)).isEqualTo(new Condition(true, 0, 1, 0));
        assertThat(conditions.at(20 * SECOND)).isEqualTo(ORDINARY);
    }

    @Test
    void effectsThatMeetAddUp() {
        Conditions conditions = conditions(
                Cases.incident(new Effect.Slow(0, 3), 0, 100),
                Cases.incident(new Effect.Slow(0, 2), 50, 100),
                Cases.incident(new Effect.Capacity(0, 0.3), 50, 100),
                Cases.incident(new Effect.Capacity(0, 0.9), 50, 100),
                Cases.incident(new Effect.LosesAnswers(0, 0.2), 50, 100));
        assertThat(conditions.at(0)).isEqualTo(new Condition(false, 1, 3, 0));
        assertThat(conditions.at(50 * SECOND)).isEqualTo(new Condition(false, 0.3, 6, 0.2));
    }

    @ParameterizedTest
    @CsvSource({"1, 8, 8", "0.3, 8, 3", "0.07, 100, 7", "0.001, 8, 1", "0, 8, 0", "1, 1000000, 1000000"})
    void aShareOfTheWorkersIsRoundedUp(double capacity, int all, int workers) {
        assertThat(new Condition(false, capacity, 1, 0).workers(all)).isEqualTo(workers);
    }

    @Test
    void aFrozenStationBeginsNothingButIsNotDown() {
        assertThat(conditions(Cases.incident(new Effect.Frozen(0), 0, 1)).at(0))
                .isEqualTo(new Condition(false, 0, 1, 0));
    }

    @Test
    void whatHappensElsewhereDoesNotMatter() {
        assertThat(conditions(Cases.incident(new Effect.Down(1), 0, 1)).changesNs())
                .isEmpty();
    }

    @Test
    void aTokenBucketStartsFullAndRefillsAtItsRate() {
        Gate gate = Gate.of(new Admission.TokenBucket(2, 3));
        assertThat(gate.admits(0)).isTrue();
        assertThat(gate.admits(0)).isTrue();
        assertThat(gate.admits(0)).isTrue();
        assertThat(gate.admits(0)).isFalse();
        assertThat(gate.admits(SECOND / 2)).isTrue();
        assertThat(gate.admits(SECOND / 2 + 1)).isFalse();
        assertThat(gate.admits(100 * SECOND)).isTrue();
        assertThat(gate.admits(100 * SECOND)).isTrue();
        assertThat(gate.admits(100 * SECOND)).isTrue();
        assertThat(gate.admits(100 * SECOND)).isFalse();
    }
}
