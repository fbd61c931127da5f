package id.tenggat.scenario.read;

import id.tenggat.scenario.MeasuredFile;
import id.tenggat.scenario.Scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * A scenario as it was read.
 *
 * @param path as it was given
 * @param text the file's text
 * @param digest SHA-256 of the file's bytes, in hexadecimal; if it names measured times, of its digest and theirs
 * @param measured the files of measured times that it names
 */
public record ScenarioFile(Path path, String text, String digest, List<MeasuredFile> measured, Scenario scenario) {
    public ScenarioFile {
        measured = List.copyOf(measured);
    }
}
