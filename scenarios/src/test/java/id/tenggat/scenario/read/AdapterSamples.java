package id.tenggat.scenario.read;

import id.tenggat.adapter.Adapter;
import id.tenggat.scenario.Scenario;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Adapters for tests, and reading them from changed texts. */
final class AdapterSamples {

    /** It uses the whole language. */
    static final Path ALL = Samples.DIRECTORY.resolve("adapter.yaml");

    static final Map<String, String> ENVIRONMENT = Map.of(
            "STAGING_TOKEN", "a secret token",
            "PROXY_PASSWORD", "a secret password",
            "KEY_PASSWORD", "a secret key",
            "TORN", "two\nlines");

    /** Of 18 applicants. */
    private static final Scenario SCENARIO = Samples.read(
                    Samples.MINIMAL, Samples.text(Samples.MINIMAL).replace("perRegency: 584", "perRegency: 3"))
            .scenario();

    private AdapterSamples() {}

    static Adapter read(String text) {
        TextFile file = TextFile.of("x.yaml", text.getBytes(StandardCharsets.UTF_8));
        return AdapterReader.read(ALL, file, SCENARIO, ENVIRONMENT).adapter();
    }

    static List<Fault> faults(String text) {
        try {
            read(text);
            return List.of();
        } catch (ScenarioException e) {
            return e.faults();
        }
    }
}
