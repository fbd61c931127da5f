package id.tenggat.replay;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulationSettingsTest {

    private static final Path SCENARIOS = Path.of("..", "..", "scenarios");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void name() throws IOException {
        Files.copy(SCENARIOS.resolve("regencies-smoke.csv"), folder.resolve("regencies-smoke.csv"));
        System.setProperty(
                "tenggat.scenario",
                scenario("queueLimit: 200", "queueLimit: 100000").toString());
        System.setProperty("tenggat.target", "http://127.0.0.1:1");
        System.setProperty("tenggat.out", folder.resolve("recording").toString());
    }

    @AfterEach
    void forget() {
        List.of("scenario", "target", "out", "slice").forEach(name -> System.clearProperty("tenggat." + name));
    }

    private Path scenario(String from, String to) throws IOException {
        return Files.writeString(
                folder.resolve("scenario.yaml"),
                Files.readString(SCENARIOS.resolve("smoke.yaml")).replace(from, to));
    }

    @ParameterizedTest
    @CsvSource({"fraction 5, share", "last 4s, middle of their journey", "time-lapse 1000000, smaller time-lapse"})
    void whatIsWrongWithASliceIsToldByItsName(String slice, String why) {
        System.setProperty("tenggat.slice", slice);
        assertThatThrownBy(SimulationSettings::ofThisRun)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tenggat.slice: ")
                .hasMessageNotContaining("tenggat.slice: tenggat.slice")
                .hasMessageContaining(why);
    }

    @Test
    void clicksWhileARequestIsPendingAreRefused() throws IOException {
        scenario("\nclients:", "\nclients:\n  reclicks: {after: 1s}");
        assertThatThrownBy(SimulationSettings::ofThisRun)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("clients.reclicks: ")
                .hasMessageContaining("tenggat replay");
    }
}
