package id.tenggat.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Another JVM. It holds the other end of its standard input and ends when that is closed, so it never outlives this
 * process, however that ends.
 */
final class Child implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    /** Starts a command of this program in a JVM with these arguments. */
    static Child start(List<String> jvmArguments, List<String> command) {
        List<String> words = new ArrayList<>(List.of(java(), "-cp", System.getProperty("java.class.path")));
        words.addAll(jvmArguments);
        words.add(Main.class.getName());
        words.addAll(command);
        return start(new ProcessBuilder(words));
    }

    /** Starts another program in a JVM of its own, with these arguments; what it prints goes where this one prints. */
    static Child show(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(java()));
        words.addAll(arguments);
        return start(new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.INHERIT));
    }

    private static Child start(ProcessBuilder command) {
        try {
            return new Child(
                    command.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException("can't start another JVM: " + e.getMessage(), e);
        }
    }

    private static String java() {
        return System.getProperty("java.home") + "/bin/java";
    }

    /** Hands on each line that it prints until it ends; returns its exit status. */
    int watch(Consumer<String> line) {
        lines.lines().forEach(line);
        return await();
    }

    /**
     * The first line that begins like this, without the beginning.
     *
     * @throws ChildException if it ends before it prints one
     */
    String awaitLine(String beginning) throws ChildException {
        try {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith(beginning)) {
                    return line.substring(beginning.length());
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new ChildException(await());
    }

    /** Waits until it ends; returns its exit status. */
    int await() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return Faults.OUR_FAULT;
        }
    }

    /** Ends it, and whom it has started, at once. */
    void end() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** Asks it to stop; it may take its time to write down what is open. */
    void interrupt() {
        // Not Process.destroy(): that closes the streams on this side too, and what it still says would be lost.
        var unused = process.toHandle().destroy();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** It ended before it was ready; what it said about it is on standard error already. */
    static final class ChildException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int exitStatus;

        ChildException(int exitStatus) {
            super("ended with exit status " + exitStatus);
            this.exitStatus = exitStatus;
        }

        int exitStatus() {
            return exitStatus;
        }
    }
}
