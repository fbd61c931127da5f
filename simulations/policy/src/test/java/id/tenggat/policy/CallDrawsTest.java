package id.tenggat.policy;

import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFault;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.CallFaults.SlowChunks;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Stack.ThirdParty;
import id.tenggat.slice.Slicer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import static id.tenggat.policy.Cases.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CallDrawsTest {

    private static final int CALLS = 20_000;
    private static final Distribution SECONDS = new Distribution.Exponential(Duration.ofSeconds(1));
    private static final CallFaults FAULTS = new CallFaults(0.1, 0.05, new SlowChunks(0.2, Duration.ofSeconds(5)));

    private static ServiceDraws draws(ThirdParty party, Incident... incidents) {
        return new ServiceDraws(scenario(party, incidents), 0);
    }

    private static Scenario scenario(ThirdParty party, Incident... incidents) {
        Scenario plain = Cases.scenario(Cases.ONE_DAY, Cases.clients(Jitter.NONE, 0), Slice.WHOLE, incidents);
        Station calling = plain.stack().stations().get(0).withThirdParties(List.of(0));
        return plain.withStack(new Stack(List.of(calling), List.of(party)));
    }

    private static ThirdParty party(Distribution delay, Answering answering) {
        return new ThirdParty("bank", delay, 0.3, FAULTS, answering);
    }

    private static DrawnCall call(ServiceDraws draws, int applicant, long atNs) {
        return draws.call(new CallKey(0, applicant, 0, 0), atNs);
    }

    private static double share(ServiceDraws draws, long atNs, Optional<CallFault> fault) {
        return IntStream.range(0, CALLS)
                        .filter(i -> call(draws, i, atNs).fault().equals(fault))
                        .count()
                / (double) CALLS;
    }

    @Test
    void eachFaultHasItsShareOfAllCalls() {
        ServiceDraws draws = draws(party(SECONDS, Answering.AT_ONCE));
        assertThat(share(draws, 0, Optional.of(CallFault.ERROR))).isCloseTo(0.3, within(0.01));
        assertThat(share(draws, 0, Optional.of(CallFault.RESET))).isCloseTo(0.1, within(0.01));
        assertThat(share(draws, 0, Optional.of(CallFault.MALFORMED))).isCloseTo(0.05, within(0.01));
        long slow = IntStream.range(0, CALLS)
                .filter(i -> call(draws, i, 0).chunksNs() == 5 * SECOND)
                .count();
        assertThat(slow / (double) CALLS).isCloseTo(0.2, within(0.01));
        assertThat(IntStream.range(0, CALLS))
                .allMatch(i -> call(draws, i, 0).isWell() || call(draws, i, 0).chunksNs() == 0);
    }

    @Test
    void allCallsAtOnceAreAsLongAsOneByOne() {
        for (Answering answering : List.of(Answering.AT_ONCE, new Answering.Polled(Duration.ofMillis(700)))) {
            ServiceDraws draws = draws(party(SECONDS, answering));
            for (int applicant = 0; applicant < CALLS; applicant++) {
                DrawnCall call = call(draws, applicant, 0);
                assertThat(draws.callsNs(applicant, 0, 0)).isEqualTo(call.isWell() ? call.heldNs() : ~call.heldNs());
            }
        }
    }

    @Test
    void moreErrorsFailTheSameCallsAndOthers() {
        ServiceDraws few = draws(new ThirdParty("bank", SECONDS, 0.1));
        ServiceDraws many = draws(new ThirdParty("bank", SECONDS, 0.1, FAULTS, Answering.AT_ONCE));
        assertThat(IntStream.range(0, CALLS))
                .allMatch(i ->
                        call(few, i, 0).isWell() || call(many, i, 0).fault().equals(Optional.of(CallFault.ERROR)));
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "1, 500", "499, 500", "500, 500", "501, 1000", "1000, 1000", "86400001, 86400500"})
    void whoAsksLearnsWithTheFirstQuestionThatIsNotBefore(long delayMs, long noticedMs) {
        Distribution delay = new Distribution.Fixed(Duration.ofMillis(delayMs));
        ServiceDraws draws =
                draws(new ThirdParty("bank", delay, 0, CallFaults.NONE, new Answering.Polled(Duration.ofMillis(500))));
        assertThat(call(draws, 7, 0)).isEqualTo(new DrawnCall(Optional.empty(), noticedMs * 1_000_000, 0));
    }

    @Test
    void anIncidentHoldsForCallsThatAreMadeWhileItLasts() {
        ServiceDraws draws = draws(
                party(SECONDS, Answering.AT_ONCE),
                Cases.incident(new Effect.FailsCalls(0, CallFault.ERROR, 0.8), 10, 20),
                Cases.incident(new Effect.FailsCalls(0, CallFault.ERROR, 0.01), 10, 20),
                Cases.incident(new Effect.FailsCalls(0, CallFault.RESET, 0.5), 30, 40),
                Cases.incident(new Effect.FailsCalls(0, CallFault.MALFORMED, 1), 50, 60),
                Cases.incident(new Effect.Delays(0, 2), 70, 90),
                Cases.incident(new Effect.Delays(0, 3), 80, 90));
        assertThat(draws.callsVary()).isTrue();
        assertThat(call(draws, 7, 10 * SECOND - 1)).isEqualTo(call(draws, 7, 0));
        assertThat(share(draws, 10 * SECOND, Optional.of(CallFault.ERROR))).isCloseTo(0.8, within(0.01));
        assertThat(share(draws, 10 * SECOND, Optional.of(CallFault.RESET))).isCloseTo(0.1, within(0.01));
        assertThat(call(draws, 7, 20 * SECOND)).isEqualTo(call(draws, 7, 0));
        assertThat(share(draws, 30 * SECOND, Optional.of(CallFault.RESET))).isCloseTo(0.5, within(0.01));
        assertThat(share(draws, 50 * SECOND, Optional.of(CallFault.MALFORMED))).isCloseTo(0.6, within(0.01));
        assertThat(share(draws, 50 * SECOND, Optional.empty())).isZero();
        assertThat(call(draws, 7, 70 * SECOND).settledNs())
                .isEqualTo(2 * call(draws, 7, 0).settledNs());
        assertThat(call(draws, 7, 80 * SECOND).settledNs())
                .isEqualTo(6 * call(draws, 7, 0).settledNs());
    }

    /** Incidents pass faster, the machines' delays and questions stay. */
    @Test
    void aTimeLapseMovesIncidentsAndNothingElse() {
        ThirdParty polled = party(SECONDS, new Answering.Polled(Duration.ofMillis(700)));
        Scenario whole = scenario(polled, Cases.incident(new Effect.FailsCalls(0, CallFault.RESET, 1), 10, 20));
        ServiceDraws usual = new ServiceDraws(whole, 0);
        ServiceDraws lapse = new ServiceDraws(Slicer.apply(whole, new Slice(Optional.empty(), 1, 10)), 0);
        assertThat(call(lapse, 7, SECOND - 1)).isEqualTo(call(usual, 7, 0));
        assertThat(call(lapse, 7, SECOND)).isEqualTo(call(usual, 7, 10 * SECOND));
        assertThat(share(lapse, 2 * SECOND - 1, Optional.empty())).isZero();
        assertThat(call(lapse, 7, 2 * SECOND)).isEqualTo(call(usual, 7, 0));
    }

    @Test
    void whatHappensToOthersDoesNotMatter() {
        assertThat(draws(party(SECONDS, Answering.AT_ONCE), Cases.incident(new Effect.Delays(1, 2), 10, 20))
                        .callsVary())
                .isFalse();
    }

    @Test
    void moreFaultsThanCallsAreRefused() {
        assertThatThrownBy(() -> new ThirdParty("bank", SECONDS, 0.7, FAULTS, Answering.AT_ONCE))
                .hasMessage("errors and faults together must not be more than 100%, found 105%");
        assertThat(new ThirdParty("bank", SECONDS, 0.65, FAULTS, Answering.AT_ONCE).errorShare())
                .isEqualTo(0.65);
    }
}
