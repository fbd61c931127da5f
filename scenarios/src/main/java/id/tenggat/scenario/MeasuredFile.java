package id.tenggat.scenario;

/**
 * A file of measured times that a scenario names.
 *
 * @param text the file's text
 * @param digest SHA-256 of the file's bytes, in hexadecimal
 */
public record MeasuredFile(Measurement measurement, String text, String digest) {}
