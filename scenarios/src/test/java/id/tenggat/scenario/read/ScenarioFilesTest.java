package id.tenggat.scenario.read;

import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Metric;
import id.tenggat.scenario.Population.Regency;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack.Discipline;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The scenario files of this folder hold the figures that their comments name. */
class ScenarioFilesTest {

    private static Scenario scenario(String file) {
        return ScenarioReader.read(Path.of(file)).scenario();
    }

    @Test
    void the_table_holds_every_regency_and_city_with_its_zone() {
        var regencies = scenario("cpns-2024-584.yaml").population().regencies();
        assertThat(regencies).hasSize(514);
        assertThat(regencies.stream().mapToLong(Regency::residents).sum()).isEqualTo(284_973_643);
        assertThat(regencies.stream()
                        .collect(Collectors.groupingBy(r -> r.zone().getId(), Collectors.counting())))
                .isEqualTo(Map.of("Asia/Jakarta", 301L, "Asia/Makassar", 150L, "Asia/Jayapura", 63L));
    }

    @Test
    void the_nation_as_palangka_raya_has_584_applicants_in_each_regency() {
        Scenario scenario = scenario("cpns-2024-584.yaml");
        assertThat(scenario.population().applicants()).isEqualTo(300_176);
        assertThat(scenario.population().regencies())
                .extracting(Regency::applicants)
                .containsOnly(584);
        assertThat(scenario.calendar().closesFinally()).isEqualTo(Instant.parse("2024-09-06T16:59:00Z"));
        assertThat(scenario.incidents()).isEmpty();
        assertThat(scenario.journey().steps())
                .extracting(Journey.Step::action)
                .containsExactly(
                        Action.SIGN_UP,
                        Action.VERIFY,
                        Action.UPLOAD,
                        Action.BUY_QUOTA,
                        Action.PAY,
                        Action.STAMP,
                        Action.STAMP,
                        Action.SUBMIT);
    }

    @Test
    void history_has_its_outage_its_ink_stamps_and_its_extension() {
        Scenario scenario = scenario("cpns-2024-historic.yaml");
        assertThat(scenario.population().applicants()).isEqualTo(3_963_832);
        assertThat(scenario.calendar().closesFinally()).isEqualTo(Instant.parse("2024-09-10T16:59:00Z"));
        int stamping = scenario.stack().stationNamed("stamping").orElseThrow();
        assertThat(scenario.incidents())
                .filteredOn(incident -> incident.effect().equals(new Effect.Down(stamping)))
                .singleElement()
                .satisfies(outage -> assertThat(Duration.between(outage.from(), outage.until()))
                        .isEqualTo(Duration.ofHours(30)));
        assertThat(scenario.incidents())
                .filteredOn(incident -> incident.effect() instanceof Effect.Channel)
                .hasSize(3)
                .allSatisfy(channel -> assertThat(channel.from()).isEqualTo(Instant.parse("2024-09-05T13:00:00Z")));
    }

    @Test
    void stamping_of_584_is_sized_in_proportion_to_history() {
        double historic = stampsPerSecond(scenario("cpns-2024-historic.yaml"));
        double uniform = stampsPerSecond(scenario("cpns-2024-584.yaml"));
        assertThat(historic).isBetween(20.0, 30.0);
        assertThat(uniform / historic)
                .isCloseTo(300_176.0 / 3_963_832, org.assertj.core.data.Percentage.withPercentage(2));
    }

    private static double stampsPerSecond(Scenario scenario) {
        var station = scenario.stack()
                .stations()
                .get(scenario.stack().stationNamed("stamping").orElseThrow());
        return station.workers() / (station.serviceTime().mean().toNanos() / 1e9);
    }

    @Test
    void an_ordinary_day_has_127_000_stamps() {
        Scenario scenario = scenario("ordinary-day.yaml");
        assertThat(scenario.population().applicants() * scenario.journey().stamps())
                .isEqualTo(127_000);
        assertThat(Duration.between(
                        scenario.calendar().opens(), scenario.calendar().closes()))
                .isEqualTo(Duration.ofDays(1));
        assertThat(scenario.stack())
                .isEqualTo(scenario("cpns-2024-historic.yaml").stack());
    }

    @Test
    void smoke_takes_seconds_and_is_replayed_whole() {
        Scenario scenario = scenario("smoke.yaml");
        assertThat(Duration.between(
                        scenario.calendar().opens(), scenario.calendar().closes()))
                .isEqualTo(Duration.ofSeconds(16));
        assertThat(scenario.population().applicants()).isEqualTo(480);
        assertThat(scenario.replaySlice()).contains(Slice.WHOLE);
        assertThat(Samples.text(Path.of("regencies.csv")).lines())
                .containsAll(
                        Samples.text(Path.of("regencies-smoke.csv")).lines().toList());
    }

    @Test
    void a_file_is_read_with_its_text_and_the_digest_of_its_bytes() {
        ScenarioFile file = Samples.read(Samples.MINIMAL, Samples.text(Samples.MINIMAL));
        assertThat(file.path()).isEqualTo(Samples.MINIMAL);
        assertThat(file.text()).isEqualTo(Samples.text(Samples.MINIMAL));
        assertThat(file.digest()).matches("[0-9a-f]{64}");
        assertThat(TextFile.of("abc", new byte[] {'a', 'b', 'c'}).digest())
                .as("FIPS 180-2, appendix B.1")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void what_is_left_out_has_the_defaults_of_the_schema() {
        Scenario scenario = ScenarioReader.read(Samples.MINIMAL).scenario();
        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.replaySlice()).isEmpty();
        assertThat(scenario.slice()).isEqualTo(Slice.WHOLE);
        assertThat(scenario.clients().backoff().factor()).isEqualTo(2);
        assertThat(scenario.clients().backoff().jitter().word()).isEqualTo("none");
        assertThat(scenario.clients().retryAfterHonoured()).isEqualTo(1);
        assertThat(scenario.clients().persistence()).isEqualTo(1);
        assertThat(scenario.clients().lateAnswer().word()).isEqualTo("lost");
        assertThat(scenario.clients().returns().withinShare()).isEqualTo(1);
        var station = scenario.stack().stations().get(0);
        assertThat(station.discipline()).isEqualTo(Discipline.FIFO);
        assertThat(station.abandon().word()).isEqualTo("unnoticed");
        assertThat(station.overload().word()).isEqualTo("reject");
        assertThat(station.retryAfter()).isZero();
    }

    @Test
    void the_readme_names_every_metric() {
        assertThat(Samples.text(Path.of("README.md")))
                .contains(Arrays.stream(Metric.values()).map(Metric::words).toList());
    }

    @Test
    void the_readme_shows_a_fault_as_it_is_told() {
        String broken = Samples.text(Path.of("smoke.yaml")).replace("timeout: 5s", "timeout: 30");
        ScenarioException refusal =
                catchThrowableOfType(ScenarioException.class, () -> Samples.read(Path.of("smoke.yaml"), broken));
        String shown =
                refusal.getMessage().replace("x.yaml", "scenarios/smoke.yaml").indent(4);
        assertThat(Samples.text(Path.of("README.md"))).contains(shown);
    }
}
