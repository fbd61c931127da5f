package id.tenggat.benchmarks.measure;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Another JVM with the same classes, which is asked in lines and answers in lines. It ends when this one closes it. */
public final class Jvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;

    private Jvm(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Runs the main method of a class with these words. */
    public static Jvm start(List<String> options, Class<?> main, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(words);
        return new Jvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** What it answers. */
    public String ask(String question) throws IOException {
        questions.write(question + "\n");
        questions.flush();
        return line();
    }

    /** What it says without being asked. */
    public String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the JVM ended without a word");
        }
        return line;
    }

    /**
     * Answers questions on standard input, and ends this JVM with whoever asks, whatever else still runs in it.
     *
     * @param reply what is answered to each
     */
    @SuppressWarnings("SystemOut")
    public static void answer(UnaryOperator<String> reply) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(reply.apply(line));
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Ends it, and waits until it is gone. */
    @Override
    public void close() {
        var unused = process.destroyForcibly().onExit().join();
    }
}
