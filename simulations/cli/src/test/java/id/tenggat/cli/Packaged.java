package id.tenggat.cli;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** This JVM's classes as people get them: in jars, which stay open, so that a process that may open no more files still finds its classes. */
final class Packaged {

    private static final ToolProvider JAR = ToolProvider.findFirst("jar").orElseThrow();

    private Packaged() {}

    /** The class path, with directories of classes as jars in this folder. */
    static String classPath(Path folder) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Files.isDirectory(Path.of(entry)) ? jar(folder, entry) : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String jar(Path folder, String classes) {
        String jar =
                folder.resolve(Integer.toHexString(classes.hashCode()) + ".jar").toString();
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        if (JAR.run(out, out, "--create", "--no-compress", "--file", jar, "-C", classes, ".") != 0) {
            throw new IllegalStateException("no jar of " + classes + ": " + said);
        }
        return jar;
    }
}
