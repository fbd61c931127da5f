package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Clients.Reclicks;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Clients who click again while an answer is pending: by hand, and where the exact figures are known. */
class ReclickTest {

    private static final long SECOND = 1_000_000_000;

    /** One applicant, at one worker who takes 10 s, clicks after 4 s, twice at most, and waits 30 s. */
    private static Tally alone(Station station) {
        Clients clients = Models.clients(Duration.ofSeconds(30), 1, Duration.ZERO)
                .withReclicks(new Reclicks(new Fixed(Duration.ofSeconds(4)), 1, 2));
        return played(Models.uniform(1, Duration.ofHours(1), clients, station));
    }

    private static Station tenSeconds() {
        return Models.station(1, 10, new Fixed(Duration.ofSeconds(10)));
    }

    private static Tally played(Scenario scenario) {
        Tally tally = Tally.ofEverything();
        new Simulator(Schedule.of(scenario), tally, Watch.NOBODY).run();
        return tally;
    }

    private static List<String> attempts(Tally tally) {
        return tally.calls.stream().filter(call -> call.matches("0 [A-Z_]+ .*")).toList();
    }

    private static List<String> attemptsFrom(Tally tally, long firstServedAfterS) {
        long ns = Long.parseLong(attempts(tally).get(0).split(" ", -1)[2]);
        return List.of(
                "0 TIMED_OUT " + ns + " " + ns + " " + (ns + 4 * SECOND),
                "0 TIMED_OUT " + (ns + 4 * SECOND) + " " + (ns + 4 * SECOND) + " " + (ns + 8 * SECOND),
                "0 SERVED " + (ns + 8 * SECOND) + " " + (ns + 8 * SECOND) + " " + (ns + firstServedAfterS * SECOND));
    }

    /** The worker does all three: the first two for nobody. */
    @Test
    void aStationThatDoesNotNoticeDoesTheWorkOfEachClick() {
        Tally tally = alone(tenSeconds());
        assertThat(attempts(tally)).isEqualTo(attemptsFrom(tally, 30));
        assertThat(tally.of(0).wasted()).isEqualTo(2);
        assertThat(tally.of(0).wastedNs()).isEqualTo(20 * SECOND);
    }

    /** The second has left the queue when the worker is done with the first. */
    @Test
    void aStationThatNoticesDropsWhatStillWaits() {
        Tally tally = alone(Models.noticing(tenSeconds()));
        assertThat(attempts(tally)).isEqualTo(attemptsFrom(tally, 20));
        assertThat(tally.of(0).wasted()).isEqualTo(1);
        assertThat(tally.of(0).wastedNs()).isEqualTo(10 * SECOND);
    }

    @Test
    void clicksDoNotUseUpTheAttemptsOfAVisitAndEachAttemptHasItsOwn() {
        Clients clients = Models.clients(Duration.ofSeconds(5), 2, Duration.ofSeconds(7))
                .withReclicks(new Reclicks(new Fixed(Duration.ofSeconds(1)), 1, 2));
        Station slow = Models.station(1, 10, new Fixed(Duration.ofHours(1)));
        Tally tally = played(Models.uniform(1, Duration.ofHours(1), clients, slow));
        List<Long> waitsS = attempts(tally).stream()
                .map(call -> call.split(" ", -1))
                .map(words -> (Long.parseLong(words[4]) - Long.parseLong(words[3])) / SECOND)
                .toList();
        assertThat(waitsS).containsExactly(1L, 1L, 5L, 1L, 1L, 5L);
        assertThat(tally.count(Fate.TIMED_OUT)).isEqualTo(6);
    }

    /** Of a share of the applicants only; whoever's timeout comes first does not click. */
    @Test
    void onlyTheImpatientClickAndOnlyBeforeTheirTimeout() {
        Station slow = Models.station(100_000, 0, new Fixed(Duration.ofHours(1)));
        Clients once = Models.clients(Duration.ofSeconds(5), 1, Duration.ZERO);
        Reclicks some = new Reclicks(new Fixed(Duration.ofSeconds(1)), 0.3, 1);
        Reclicks never = new Reclicks(new Fixed(Duration.ofSeconds(5)), 1, 1);
        Tally clicked = played(Models.uniform(10_000, Duration.ofHours(1), once.withReclicks(some), slow));
        Tally patient = played(Models.uniform(10_000, Duration.ofHours(1), once.withReclicks(never), slow));
        assertThat(attempts(clicked)).hasSizeBetween(12_850, 13_150);
        assertThat(attempts(patient)).hasSize(10_000);
    }

    /**
     * Workers enough for all, exponential service of mean m drawn anew for each request, clicks after d, c at most: the k-th
     * click is made with probability e^(−kd/m), so an applicant sends Σ e^(−kd/m), k = 0 … c, requests.
     */
    @Test
    void whereNobodyWaitsTheRequestsOfAnApplicantAreAGeometricSum() {
        Clients clients = Models.patient().withReclicks(new Reclicks(new Fixed(Duration.ofSeconds(5)), 1, 3));
        Station wide = Models.station(100_000, 0, new Exponential(Duration.ofSeconds(8)));
        Tally tally = played(
                Models.uniform(100_000, Duration.ofHours(10), clients, wide).withSeed(7));
        double exact = 0;
        for (int k = 0; k <= 3; k++) {
            exact += Math.exp(-k * 5 / 8.0);
        }
        assertThat(attempts(tally).size() / 1e5).isCloseTo(exact, within(0.012));
        assertThat(tally.count(Fate.SERVED))
                .as("but for those whose click comes after the deadline")
                .isEqualTo(100_000 - tally.count(Fate.ABANDONED))
                .isGreaterThan(99_900);
    }
}
