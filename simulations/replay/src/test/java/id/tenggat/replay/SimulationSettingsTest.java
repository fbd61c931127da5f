package id.tenggat.replay;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        System.setProperty("tenggat.scenario", scenario("").toString());
        System.setProperty("tenggat.target", "http://127.0.0.1:1");
        System.setProperty("tenggat.out", folder.resolve("recording").toString());
    }

    @AfterEach
    void forget() {
        List.of("scenario", "target", "out", "slice").forEach(name -> System.clearProperty("tenggat." + name));
    }

    private Path scenario(String clients) throws IOException {
        return Files.writeString(
                folder.resolve("scenario.yaml"),
                Files.readString(SCENARIOS.resolve("smoke.yaml")).replace("\nclients:", "\nclients:" + clients));
    }

    @Test
    void clicksWhileARequestIsPendingAreRefused() throws IOException {
        scenario("\n  reclicks: {after: 1s}");
        assertThatThrownBy(SimulationSettings::ofThisRun)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("clients.reclicks: ")
                .hasMessageContaining("tenggat replay");
    }
}
