package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Autoscaling;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Journey.Step;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Words;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two workers, 10 s a request. An applicant comes each second on average, thinks for a minute, and sends a request: an
 * offered load of 10 from 60 s on.
 */
class AutoscalingTest {

    private static final int APPLICANTS = 5000;

    private static final Autoscaling DOUBLING =
            new Autoscaling(2, 40, 0.5, Duration.ofSeconds(30), Duration.ofSeconds(90), Duration.ofMinutes(5));

    /**
     * The overload begins at 60 s, is seen after 30 s, and answered after 90 s more; then the four are seen after 30 s, and
     * so on. Nothing comes before.
     */
    @Test
    void anOverloadGetsItsWorkersAfterASpanAndTheDelayAndNotBefore() {
        assertThat(changes(run()).subList(0, 4)).containsExactly("0s 2", "180s 4", "300s 8", "420s 16");
    }

    /**
     * All go another way from 1,000 s on, so the first span without work ends by 1,050 s; until then, and for 300 s after,
     * workers are as many as the load of 10 needs.
     */
    @Test
    void inALullWorkersGoOnceTheyHaveNotBeenNeededForTheWholeWhile() {
        Incident lull = incident(new Effect.Channel(0, 1, Fixed.ZERO), 1000, 3000);
        List<StationSample> samples = run(lull).samples;
        assertThat(samples.get(1300).capacityNs()).isGreaterThan(15e9);
        assertThat(samples.get(1351).capacityNs()).isEqualTo(2e9);
        assertThat(samples.get(2999).capacityNs()).isEqualTo(2e9);
        assertThat(samples.get(3999).capacityNs()).isGreaterThan(15e9);
    }

    /** Who is at work when it begins ends it, within 10 s. */
    @Test
    void anIncidentLeavesAShareOfTheWorkersWhoAreThere() {
        Tally tally = run(incident(new Effect.Capacity(0, 0.5), 310, 330));
        assertThat(tally.samples.get(309).capacityNs()).isEqualTo(8e9);
        assertThat(tally.samples.get(325).capacityNs()).isEqualTo(4e9);
        assertThat(tally.samples.get(331).capacityNs()).isEqualTo(8e9);
    }

    @Test
    void utilisationIsOfTheWorkersWhoWereThere() {
        Tally tally = run();
        StationSample before = tally.samples.get(179);
        StationSample after = tally.samples.get(181);
        assertThat(before.busyNs() / before.capacityNs()).isEqualTo(1);
        assertThat(before.capacityNs()).isEqualTo(2e9);
        assertThat(after.busyNs() / after.capacityNs()).isEqualTo(1);
        assertThat(after.capacityNs()).isEqualTo(4e9);
        assertThat(tally.busyNs).isEqualTo(tally.count(Fate.SERVED) * 10e9).isLessThan(tally.capacityNs);
    }

    private static Incident incident(Effect effect, long fromSecond, long untilSecond) {
        return new Incident(
                "test", effect, Models.OPENS.plusSeconds(fromSecond), Models.OPENS.plusSeconds(untilSecond));
    }

    private static Tally run(Incident... incidents) {
        Station station =
                Models.station(2, 1_000_000, new Fixed(Duration.ofSeconds(10))).withAutoscaling(Optional.of(DOUBLING));
        Scenario plain = Models.uniform(APPLICANTS, Duration.ofSeconds(APPLICANTS), Models.patient(), station);
        Journey journey =
                new Journey(List.of(new Step("step", Action.REQUEST, 0, new Fixed(Duration.ofMinutes(1)), 0)));
        Tally tally = Tally.inIntervalsOf(1);
        Scenario scenario = Models.with(Models.with(plain, journey), Slice.WHOLE, incidents);
        new Simulator(Schedule.of(scenario), tally, Watch.NOBODY).run();
        return tally;
    }

    /** From which second on there are how many workers, as often as that changes. */
    private static List<String> changes(Tally tally) {
        List<String> changes = new ArrayList<>();
        double before = 0;
        for (int second = 0; second < tally.samples.size(); second++) {
            double workers = tally.samples.get(second).capacityNs() / 1e9;
            if (workers != before) {
                changes.add(second + "s " + Words.number(workers));
            }
            before = workers;
        }
        return changes;
    }
}
