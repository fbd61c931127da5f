package id.tenggat.scenario.read;

import id.tenggat.adapter.Adapter;

import java.nio.file.Path;

/**
 * An adapter, with the file that it was read from.
 *
 * @param digest SHA-256 of the file's bytes, in hexadecimal; of the file alone, whatever it names
 */
public record AdapterFile(Path path, String digest, Adapter adapter) {}
