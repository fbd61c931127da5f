package id.tenggat.policy;

import id.tenggat.policy.Behaviour.Move;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.Jitter;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.OverflowException;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Timeline;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static id.tenggat.policy.Cases.DAY;
import static id.tenggat.policy.Cases.OPENS;
import static id.tenggat.policy.Cases.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BehaviourTest {

    private final Itinerary at = Itinerary.arriving(0, 100 * SECOND);

    @Test
    void anApplicantThinksBeforeEachStepAndIsDoneAfterTheLast() {
        Behaviour behaviour = new Behaviour(Cases.plain());
        assertThat(behaviour.begin(at)).isEqualTo(Move.ATTEMPT);
        assertThat(at.dueNs()).isEqualTo(110 * SECOND);
        assertThat(behaviour.afterServed(at, 112 * SECOND)).isEqualTo(Move.ATTEMPT);
        assertThat(at.step()).isEqualTo(1);
        assertThat(at.dueNs()).isEqualTo(122 * SECOND);
        assertThat(behaviour.afterServed(at, 123 * SECOND)).isEqualTo(Move.COMPLETE);
        assertThat(at.dueNs()).isEqualTo(123 * SECOND);
    }

    @Test
    void backOffDoublesUpToItsBoundThenTheApplicantLeavesComesBackAndGivesUp() {
        Behaviour behaviour = new Behaviour(Cases.plain());
        behaviour.begin(at);
        assertFailureLeadsTo(behaviour, 4, 0, 1);
        assertFailureLeadsTo(behaviour, 8, 0, 2);
        assertFailureLeadsTo(behaviour, 10, 0, 3);
        assertFailureLeadsTo(behaviour, 3 * 3600, 1, 0);
        assertFailureLeadsTo(behaviour, 4, 1, 1);
        assertFailureLeadsTo(behaviour, 8, 1, 2);
        assertFailureLeadsTo(behaviour, 10, 1, 3);
        assertThat(behaviour.afterFailure(at, 200 * SECOND, 0)).isEqualTo(Move.GIVE_UP);
    }

    private void assertFailureLeadsTo(Behaviour behaviour, long pauseSeconds, int visit, int attempt) {
        assertThat(behaviour.afterFailure(at, 200 * SECOND, 0)).isEqualTo(Move.ATTEMPT);
        assertThat(at.dueNs()).isEqualTo((200 + pauseSeconds) * SECOND);
        assertThat(at.visit()).isEqualTo(visit);
        assertThat(at.attempt()).isEqualTo(attempt);
        assertThat(at.step()).isZero();
    }

    @Test
    void jitterSpreadsThePauseOverItsRange() {
        assertThat(meanPauseSeconds(Jitter.FULL)).isCloseTo(2, within(0.05));
        assertThat(meanPauseSeconds(Jitter.HALF)).isCloseTo(4, within(0.05));
        assertThat(meanPauseSeconds(Jitter.EQUAL)).isCloseTo(3, within(0.03));
        assertThat(meanPauseSeconds(Jitter.EXPONENTIAL)).isCloseTo(4, within(0.12));
        assertThat(meanPauseSeconds(Jitter.DECORRELATED))
                .as("uniform from 4 s to 12 s, but no longer than 10 s: 6 / 8 × 7 s + 2 / 8 × 10 s")
                .isCloseTo(7.75, within(0.06));
        assertThat(meanPauseSeconds(Jitter.NONE)).isEqualTo(4);
    }

    @Test
    void aDecorrelatedPauseIsDrawnFromTheOneBeforeAndStaysWithinFirstAndAtMost() {
        Behaviour behaviour =
                new Behaviour(Cases.scenario(Cases.ONE_DAY, Cases.clients(Jitter.DECORRELATED, 0), Slice.WHOLE));
        for (int applicant = 0; applicant < 1000; applicant++) {
            Itinerary one = Itinerary.arriving(applicant, 0);
            long beforeNs = 4 * SECOND;
            for (int attempt = 0; attempt < 3; attempt++) {
                behaviour.afterFailure(one, 0, 0);
                assertThat(one.dueNs()).isBetween(4 * SECOND, Math.min(10 * SECOND, 3 * beforeNs));
                beforeNs = one.dueNs();
            }
        }
    }

    private static double meanPauseSeconds(Jitter jitter) {
        Behaviour behaviour = new Behaviour(Cases.scenario(Cases.ONE_DAY, Cases.clients(jitter, 0), Slice.WHOLE));
        double sum = 0;
        for (int applicant = 0; applicant < 10_000; applicant++) {
            Itinerary one = Itinerary.arriving(applicant, 0);
            behaviour.afterFailure(one, 0, 0);
            sum += one.dueNs() / 1e9;
        }
        return sum / 10_000;
    }

    @Test
    void aShareOfTheClientsHonoursRetryAfter() {
        Behaviour behaviour =
                new Behaviour(Cases.scenario(Cases.ONE_DAY, Cases.clients(Jitter.NONE, 0.7), Slice.WHOLE));
        int honoured = 0;
        for (int applicant = 0; applicant < 10_000; applicant++) {
            Itinerary one = Itinerary.arriving(applicant, 0);
            behaviour.afterFailure(one, 0, 60 * SECOND);
            honoured += one.dueNs() == 60 * SECOND ? 1 : 0;
        }
        assertThat(honoured).isBetween(6800, 7200);
    }

    /** Three requests an attempt; persistence and pauses are of attempts, not of clicks. */
    @Test
    void aClickFollowsAtOnceWithinTheSameAttempt() {
        Clients clients = Cases.clients(Jitter.NONE, 0)
                .withReclicks(new Clients.Reclicks(new Fixed(Duration.ofSeconds(1)), 1, 2));
        Behaviour behaviour = new Behaviour(Cases.scenario(Cases.ONE_DAY, clients, Slice.WHOLE));
        Itinerary one = Itinerary.arriving(0, 0);
        List<String> told = new ArrayList<>();
        for (Move move = Move.ATTEMPT; one.visit() == 0; move = behaviour.afterTimeout(one, one.dueNs())) {
            told.add(move + " " + one.attempt() + " " + one.dueNs() / SECOND);
        }
        assertThat(told)
                .startsWith("ATTEMPT 0 0", "ATTEMPT 1 0", "ATTEMPT 2 0", "ATTEMPT 3 4", "ATTEMPT 4 4", "ATTEMPT 5 4")
                .endsWith("ATTEMPT 9 22", "ATTEMPT 10 22", "ATTEMPT 11 22")
                .hasSize(12);
        one.load(0, 0, 0, 1, 0);
        behaviour.afterFailure(one, 0, 0);
        assertThat(one.attempt())
                .as("whoever is refused at a click tries the next attempt")
                .isEqualTo(3);
    }

    @Test
    void aShareOfTheAttemptsIsFollowedByAnother() {
        Behaviour behaviour = persistent(0.7);
        int wentOn = 0;
        int wentOnTwice = 0;
        for (int applicant = 0; applicant < 10_000; applicant++) {
            Itinerary one = Itinerary.arriving(applicant, 0);
            if (behaviour.afterFailure(one, 0, 0) == Move.ATTEMPT) {
                wentOn++;
                wentOnTwice += behaviour.afterFailure(one, 0, 0) == Move.ATTEMPT ? 1 : 0;
            }
        }
        assertThat(wentOn).isBetween(6900, 7100);
        assertThat(wentOnTwice).as("each attempt has a draw of its own").isBetween(4750, 5050);
    }

    @Test
    void whoeverIsNotPersistentDoesNotComeBackLaterEither() {
        Itinerary last = Itinerary.of(new id.tenggat.arrival.Crowd.Member(0, 0, 0, 3, 0, 0));
        assertThat(persistent(0).afterFailure(last, 0, 0)).isEqualTo(Move.GIVE_UP);
        assertThat(persistent(1).afterFailure(last, 0, 0)).isEqualTo(Move.ATTEMPT);
    }

    private static Behaviour persistent(double persistence) {
        return new Behaviour(
                Cases.scenario(Cases.ONE_DAY, Cases.clients(Jitter.NONE, 0).withPersistence(persistence), Slice.WHOLE));
    }

    @Test
    void visitsGrowDenserTowardTheDeadlineButNotBelowTheFloor() {
        Behaviour behaviour = new Behaviour(Cases.plain());
        assertThat(returnPause(behaviour, DAY - 2 * 3600 * SECOND)).isEqualTo(3600 * SECOND);
        assertThat(returnPause(behaviour, DAY - 180 * SECOND)).isEqualTo(120 * SECOND);
    }

    private static long returnPause(Behaviour behaviour, long nowNs) {
        Itinerary one = Itinerary.of(new id.tenggat.arrival.Crowd.Member(0, 0, 0, 3, 0, nowNs));
        behaviour.afterFailure(one, nowNs, 0);
        return one.dueNs() - nowNs;
    }

    @Test
    void whoeverWouldComeAfterTheLastDeadlineMissesIt() {
        Behaviour behaviour = new Behaviour(Cases.plain());
        assertThat(behaviour.afterServed(at, DAY - 5 * SECOND)).isEqualTo(Move.MISS);
        assertThat(behaviour.isInTime(DAY)).isTrue();
        assertThat(behaviour.isInTime(DAY + 1)).isFalse();
    }

    @Test
    void anExtensionCountsFromItsAnnouncement() {
        Calendar extended = new Calendar(
                ZoneOffset.UTC,
                OPENS,
                OPENS.plus(Duration.ofDays(1)),
                List.of(new Calendar.Extension(OPENS.plus(Duration.ofHours(20)), OPENS.plus(Duration.ofDays(2)))));
        Behaviour behaviour = new Behaviour(Cases.scenario(extended, Cases.clients(Jitter.NONE, 0), Slice.WHOLE));
        assertThat(returnPause(behaviour, 19 * 3600 * SECOND))
                .as("half of the 5 h that seem left")
                .isEqualTo(9000 * SECOND);
        assertThat(returnPause(behaviour, 21 * 3600 * SECOND)).isEqualTo(3 * 3600 * SECOND);
        assertThat(behaviour.afterServed(Itinerary.arriving(0, 0), DAY)).isEqualTo(Move.ATTEMPT);
    }

    @Test
    void whatIsDueAfterTheWindowIsNotPlayed() {
        Slice firstMinute = new Slice(Optional.of(new Slice.Window.At(OPENS, Duration.ofMinutes(1))), 1, 1);
        Behaviour behaviour = new Behaviour(Cases.scenario(Cases.ONE_DAY, Cases.clients(Jitter.NONE, 0), firstMinute));
        assertThat(behaviour.afterServed(at, 55 * SECOND)).isEqualTo(Move.BEYOND);
        assertThat(behaviour.afterServed(Itinerary.arriving(0, 0), 45 * SECOND)).isEqualTo(Move.ATTEMPT);
    }

    @Test
    void aShareTakesTheOtherWayWhileItIsOpen() {
        Incident channel =
                Cases.incident(new Incident.Effect.Channel(0, 0.3, new Fixed(Duration.ofMinutes(10))), 0, 1000);
        Scenario scenario = Cases.scenario(Cases.ONE_DAY, Cases.clients(Jitter.NONE, 0), Slice.WHOLE, channel);
        Behaviour behaviour = new Behaviour(scenario);
        int took = 0;
        for (int applicant = 0; applicant < 10_000; applicant++) {
            Itinerary one = Itinerary.arriving(applicant, 100 * SECOND);
            assertThat(behaviour.begin(one)).isEqualTo(Move.ATTEMPT);
            if (one.step() == 1) {
                assertThat(one.dueNs()).isEqualTo((110 + 600 + 10) * SECOND);
                took++;
            }
        }
        assertThat(took).isBetween(2800, 3200);
        Itinerary afterwards = Itinerary.arriving(0, 1000 * SECOND);
        behaviour.begin(afterwards);
        assertThat(afterwards.step()).isZero();
    }

    @Test
    void whatWouldBeDueAfterTheEndOfTimeNamesItsValue() {
        Behaviour behaviour = new Behaviour(Cases.plain());
        long late = Timeline.END_NS - 2 * SECOND;
        assertThatThrownBy(() -> behaviour.begin(Itinerary.arriving(0, late)))
                .isInstanceOf(OverflowException.class)
                .hasMessageStartingWith("a think time of the journey is too large: it leads to 10s");
        assertThatThrownBy(() -> behaviour.afterFailure(Itinerary.arriving(0, 0), late, 0))
                .hasMessageStartingWith("clients.backoff is too large: it leads to 4s");
        Itinerary lastOfVisit = new Itinerary().load(0, 0, 0, 3, 0);
        assertThatThrownBy(() -> behaviour.afterFailure(lastOfVisit, late, 0))
                .hasMessageStartingWith("clients.returns is too large: it leads to 2m");
    }
}
