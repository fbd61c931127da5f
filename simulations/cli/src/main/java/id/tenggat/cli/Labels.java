package id.tenggat.cli;

import java.nio.file.Path;

/** What to call a recording that is read back: its run and its name. */
final class Labels {

    private Labels() {}

    static String of(Path directory) {
        Path full = directory.toAbsolutePath().normalize();
        int names = full.getNameCount();
        return names < 2 ? full.toString() : full.subpath(names - 2, names).toString();
    }
}
