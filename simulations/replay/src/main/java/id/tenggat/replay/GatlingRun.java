package id.tenggat.replay;

import io.gatling.javaapi.core.Simulation;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * One run of Gatling.
 *
 * @param name begins the name of the report's directory; lower-case letters, digits and hyphens
 * @param simulation makes the simulation, once, when Gatling is ready for its DSL: it may not be made earlier
 * @param resultsDirectory where the report's directory is made; used only when charts are kept
 * @param charts whether charts are kept
 */
public record GatlingRun(String name, Supplier<? extends Simulation> simulation, Path resultsDirectory, Charts charts) {
    public GatlingRun {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "run name is '" + name + "'; it may hold lower-case letters, digits and hyphens");
        }
    }
}
