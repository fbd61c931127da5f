package id.tenggat.cli;

import id.tenggat.replay.GatlingEngine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The benchmarks, which lie a floor above and run in a JVM of their own.
 *
 * @param jar as the build packages it, its libraries beside it
 */
record Benchmarks(Path jar) {

    static final String QUICK = "--quick";
    static final String QUICK_DESCRIPTION =
            "one fork, fewer iterations and parameters, where JMH's options say nothing else";

    /** The exit status of a JVM whose main threw something. */
    private static final int UNCAUGHT = 1;

    private static final String SUITES = "id.tenggat.benchmarks.Ratios";

    /**
     * The benchmarks of this repository.
     *
     * @throws InputException if they are not built
     */
    static Benchmarks built() {
        Path home = Path.of(System.getProperty("tenggat.home", "."));
        Path jar = home.resolve("benchmarks").resolve("target").resolve("benchmarks.jar");
        if (!Files.isRegularFile(jar)) {
            throw new InputException(
                    jar + " is not there: build it with mvn -B -q package -DskipTests, or run ./tenggat,"
                            + " which builds itself");
        }
        return new Benchmarks(jar);
    }

    /** Runs a suite with JMH's options; its exit status. */
    int runSuite(String suite, boolean quick, List<String> jmh) {
        List<String> arguments = new ArrayList<>(List.of(suite));
        if (quick) {
            arguments.add(QUICK);
        }
        arguments.addAll(jmh);
        return run(SUITES, arguments);
    }

    /** Runs a class of it; its exit status. An interruption ends it, and the JVMs that it has forked. */
    int run(String main, List<String> arguments) {
        List<String> words = new ArrayList<>(GatlingEngine.JVM_ARGUMENTS);
        words.addAll(List.of("-Dtenggat.lifeline=true", "-cp", jar.toString(), main));
        words.addAll(arguments);
        try (Child child = Child.show(words);
                Interruption interruption = Interruption.ending(child::end)) {
            int status = child.await();
            if (interruption.isRequested()) {
                return Interruption.INVALID;
            }
            return status == UNCAUGHT ? Faults.OUR_FAULT : status;
        }
    }
}
