package id.tenggat.scenario.read;

import id.tenggat.scenario.Scenario;

import java.nio.file.Path;

/**
 * A scenario as it was read.
 *
 * @param path as it was given
 * @param text the file's text
 * @param digest SHA-256 of the file's bytes, in hexadecimal
 */
public record ScenarioFile(Path path, String text, String digest, Scenario scenario) {}
