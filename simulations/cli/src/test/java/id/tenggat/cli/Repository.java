package id.tenggat.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** This repository's own files. */
final class Repository {

    private Repository() {}

    /** The folder that holds the launcher. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("tenggat"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "no launcher above " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    static String scenario(String name) {
        return root().resolve("scenarios").resolve(name).toString();
    }
}
