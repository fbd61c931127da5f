package id.tenggat.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Expected outputs as files. Run the tests with {@code -Dtenggat.update=true} to write them anew, then read the diff. */
final class Golden {

    private static final Path DIRECTORY = Path.of("src/test/resources/golden");

    private Golden() {}

    static void check(String name, String found) throws IOException {
        Path file = DIRECTORY.resolve(name);
        if (Boolean.getBoolean("tenggat.update")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, found);
        }
        assertThat(found).isEqualTo(Files.readString(file));
    }
}
