package id.tenggat.scenario.read;

import id.tenggat.scenario.Scenario;

import java.nio.file.Path;

/** Reads scenario files. The vocabulary stands in {@code scenarios/scenario.schema.json}. */
public final class ScenarioReader {

    private ScenarioReader() {}

    /**
     * Reads a scenario and everything that it refers to.
     *
     * @throws ScenarioException with every fault at once
     */
    public static ScenarioFile read(Path path) {
        return read(path, TextFile.read(path));
    }

    /** Reads a scenario from a text that stands at this path. */
    static ScenarioFile read(Path path, TextFile file) {
        Path directory = NamedFile.directoryOf(path);
        MeasuredFiles measured = new MeasuredFiles(directory);
        Findings findings = new Findings(new Source(file.name(), file.text()), measured);
        Part<Scenario> scenario = YamlTree.read(file.text(), findings)
                .map(root -> Sections.read(root, directory, findings))
                .orElseGet(Part::absent);
        findings.refuseIfAny();
        return new ScenarioFile(
                path, file.text(), measured.digestWith(file.digest()), measured.files(), scenario.get());
    }
}
