package id.tenggat.capacity;

import id.tenggat.policy.Patience;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class AgendaTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Requests requests = new Requests();

    private Agenda agenda(Distribution timeout) {
        Clients clients = Models.with(Models.patient(), timeout, 1);
        Patience patience =
                new Patience(Models.uniform(1, Duration.ofDays(1), clients, Models.station(1, 1, Fixed.ZERO)));
        return new Agenda(patience, new Applicants(), requests, true);
    }

    private int waitingUntil(Agenda agenda, int applicant, long givesUpNs) {
        int request = requests.add(0, applicant, 0, 0);
        requests.givesUpNs[request] = givesUpNs;
        agenda.addTimeout(request);
        return request;
    }

    @Test
    void drawnTimeoutsComeInOrderOfTimeThenOfApplicant() {
        Agenda agenda = agenda(new Exponential(SECOND));
        int late = waitingUntil(agenda, 1, 30);
        int second = waitingUntil(agenda, 9, 20);
        int first = waitingUntil(agenda, 5, 20);
        for (int expected : new int[] {first, second, late}) {
            agenda.take(agenda.nextNs());
            assertThat(agenda.kind()).isEqualTo(Agenda.TIMEOUT);
            assertThat(agenda.subject()).isEqualTo(expected);
            assertThat(agenda.stamp()).isEqualTo(requests.stamp[expected]);
        }
        assertThat(agenda.nowNs()).isEqualTo(30);
        assertThat(agenda.nextNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aDrawnTimeoutThatIsNotWaitedForAnyMoreLeavesNothingBehindInItsSlot() {
        Agenda agenda = agenda(new Exponential(SECOND));
        int answered = waitingUntil(agenda, 1, 10);
        agenda.cancelTimeout(answered);
        requests.remove(answered);
        assertThat(agenda.nextNs()).isEqualTo(Long.MAX_VALUE);
        int next = waitingUntil(agenda, 2, 25);
        assertThat(next).isEqualTo(answered);
        assertThat(agenda.nextNs()).isEqualTo(25);
    }

    @Test
    void aCommonTimeoutStaysInTheRingAndIsKnownByItsOldStamp() {
        Agenda agenda = agenda(new Fixed(SECOND));
        int answered = waitingUntil(agenda, 1, 10);
        agenda.cancelTimeout(answered);
        requests.remove(answered);
        agenda.take(agenda.nextNs());
        assertThat(agenda.subject()).isEqualTo(answered);
        assertThat(agenda.stamp()).isNotEqualTo(requests.stamp[answered]);
    }

    @Test
    void theOldestWhoStillWaitsIsFound() {
        assertThat(requests.oldestWaitedForNs()).isEqualTo(Long.MAX_VALUE);
        int gone = requests.add(0, 1, 0, 0);
        int left = requests.add(0, 2, 0, 0);
        int waits = requests.add(0, 3, 0, 0);
        requests.sentNs[gone] = 1;
        requests.sentNs[left] = 2;
        requests.sentNs[waits] = 3;
        requests.remove(gone);
        requests.abandoned[left] = true;
        assertThat(requests.oldestWaitedForNs()).isEqualTo(3);
    }
}
