package id.tenggat.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Series that others have published; each file names its source. */
final class Series {

    private Series() {}

    static double[] read(String name) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/series", name)).stream()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
