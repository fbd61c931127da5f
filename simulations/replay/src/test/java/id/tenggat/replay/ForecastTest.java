package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.target.PlannedLoad;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is foreseen of a schedule: nobody thinks in these scenes, so both steps fall into one second. */
class ForecastTest {

    @Test
    void theCrowdOfABeginningIsTheLeastThatComesAtOnce() {
        List<Crowd.Member> crowd = List.of(
                new Crowd.Member(0, 0, 0, 0, 0, 0),
                new Crowd.Member(1, 1, 0, 0, 1, 0),
                new Crowd.Member(2, 0, 0, 0, 0, 0));
        Forecast forecast = Forecast.of(Schedule.of(Scenes.scenario(1, Duration.ofDays(10)), new Crowd(crowd)));
        assertThat(forecast.peakPerSecond()).isEqualTo(5);
        assertThat(forecast.after(Duration.ofSeconds(3)))
                .isEqualTo(new PlannedLoad(5, Duration.ofSeconds(3).plusNanos(forecast.lastNs())));
    }

    @Test
    void everybodysStepsAreForeseen() {
        Forecast forecast = Forecast.of(Schedule.of(Scenes.scenario(6, Duration.ofMillis(900))));
        assertThat(forecast.peakPerSecond()).isEqualTo(24);
        assertThat(forecast.lastNs()).isBetween(0L, 900_000_000L);
    }

    @Test
    void aQuietHourHasNoPeak() {
        Forecast forecast = Forecast.of(Schedule.of(Scenes.scenario(1, Duration.ofDays(10))));
        assertThat(forecast.peakPerSecond()).isEqualTo(2);
    }
}
