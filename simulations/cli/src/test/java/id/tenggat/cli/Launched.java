package id.tenggat.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A command in a JVM of its own, as people start it. */
final class Launched implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 240;
    private static final Pattern ORIGIN = Pattern.compile(StackCommand.LISTENING + "(http://127\\.0\\.0\\.1:[0-9]+)");

    private final Process process;
    private final Path said;

    private Launched(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static Launched command(Path folder, String... words) throws IOException {
        return withJvm(folder, List.of(), words);
    }

    /** The same with something in the environment. */
    static Launched withEnvironment(Path folder, Map<String, String> environment, String... words) throws IOException {
        return start(folder, line(List.of(), words), environment);
    }

    /** The same with arguments for the JVM. */
    static Launched withJvm(Path folder, List<String> jvm, String... words) throws IOException {
        return start(folder, line(jvm, words), Map.of());
    }

    /** Another program of the class path, with more before it. */
    static Launched program(Path folder, Path classes, List<String> jvm, String... mainAndWords) throws IOException {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        line.addAll(jvm);
        line.addAll(List.of("-cp", classes + File.pathSeparator + System.getProperty("java.class.path")));
        line.addAll(List.of(mainAndWords));
        return start(folder, line, Map.of());
    }

    private static List<String> line(List<String> jvm, String... words) {
        List<String> line = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        line.addAll(jvm);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        line.addAll(List.of(words));
        return line;
    }

    private static Launched start(Path folder, List<String> line, Map<String, String> environment) throws IOException {
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return new Launched(builder.start(), said);
    }

    /** A command under a limit of the shell, as in {@code ulimit -n 200}, which children inherit. */
    static Launched limited(Path folder, String limit, String... words) throws IOException {
        return after(folder, System.getProperty("java.class.path"), List.of("bash", "-c", limit), words);
    }

    /** The same, of classes in jars. */
    static Launched packaged(Path folder, String limit, String... words) throws IOException {
        return after(folder, Packaged.classPath(folder), List.of("bash", "-c", limit), words);
    }

    /** A command on a machine of its own as far as networks go, once the shell has set it up. */
    static Launched apart(Path folder, String setUp, String... words) throws IOException {
        List<String> shell = List.of("unshare", "-rn", "bash", "-c", setUp);
        return after(folder, System.getProperty("java.class.path"), shell, words);
    }

    /** @param shell the last of its words is what it does first */
    private static Launched after(Path folder, String classPath, List<String> shell, String... words)
            throws IOException {
        List<String> line = new ArrayList<>(shell);
        line.set(line.size() - 1, line.get(line.size() - 1) + " && exec \"$0\" \"$@\"");
        line.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-XX:-UsePerfData"));
        line.addAll(List.of("-cp", classPath, Main.class.getName()));
        line.addAll(List.of(words));
        return start(folder, line, Map.of());
    }

    /** Ctrl-C, to this process alone. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** SIGTERM, as service managers send it. */
    void terminate() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    void kill() {
        process.destroyForcibly();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until it ends; its exit status. */
    int await() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs after " + PATIENCE_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** Waits until it ends in a verdict of a measurement that is to be trusted; small slices may be undecided. */
    void awaitVerdict() throws InterruptedException {
        int status = await();
        assertThat(said()).contains("verdict: ").doesNotContain("not to be trusted");
        assertThat(status).as(said()).isIn(0, 1, 3);
    }

    /** Waits until something holds, while the process lives. */
    void awaitThat(BooleanSupplier holds) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!holds.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadlineNs) {
                throw new AssertionError("it never came to that; it said:\n" + said());
            }
            Thread.onSpinWait();
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** The origin of the stack that it is, as soon as that listens. */
    String awaitOrigin() throws InterruptedException {
        awaitThat(() -> ORIGIN.matcher(said()).find());
        return ORIGIN.matcher(said()).results().findFirst().orElseThrow().group(1);
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
