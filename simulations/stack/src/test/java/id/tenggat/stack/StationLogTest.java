package id.tenggat.stack;

import id.tenggat.scenario.Scenario;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StationLogTest {

    private static final Scenario SCENARIO = Scenarios.roomy();

    @Test
    void rows_are_written_in_the_columns_of_a_recording() {
        StationLog log = new StationLog(SCENARIO, 1_000_000);
        log.meter(1).entered();
        log.advanceTo(1_500_000);

        assertThat(StationRows.csv(log.rows(), SCENARIO.stack().measured())).isEqualTo("""
                interval,station,entered,rejected,served,wasted,failed,queue_max,queue_ns,busy_ns,wasted_ns,capacity_ns
                0,portal,0,0,0,0,0,0,0,0,0,64000000
                0,payment,1,0,0,0,0,0,0,0,0,64000000
                0,stamping,0,0,0,0,0,0,0,0,0,64000000
                """);
    }

    @Test
    void the_end_cuts_what_is_left_once() {
        StationLog log = new StationLog(SCENARIO, 1_000_000);

        log.end(1_500_000);
        log.end(2_500_000);
        log.advanceTo(9_000_000);

        assertThat(log.rows()).hasSize(6);
        assertThat(log.rows().get(5).sample().capacityNs()).isEqualTo(64 * 0.5e6);
    }

    @Test
    void no_more_is_kept_than_the_most_samples() {
        StationLog log = new StationLog(SCENARIO, 1_000_000);

        log.advanceTo(Long.MAX_VALUE);

        assertThat(log.rows()).hasSizeBetween(StationLog.SAMPLES_MAX - 2, StationLog.SAMPLES_MAX);
    }
}
