package id.tenggat.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Another JVM. It holds the other end of its standard input and ends when that is closed, so it never outlives this
 * process, however that ends.
 */
final class Child implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    /** What the exit status of a process that was killed is above its signal's number. */
    private static final int SIGNALLED = 128;

    private static final int KILL = 9;
    private static final int TERMINATE = 15;

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

    /** From now on, hands on each line that it prints, on a thread of its own, and its exit status when it has ended. */
    void follow(Consumer<String> line, IntConsumer whenEnded) {
        Thread follower = new Thread(() -> whenEnded.accept(watch(line)), "child");
        follower.setDaemon(true);
        follower.start();
    }

    /** Ends it, and whom it has started, at once. */
    void end() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** Tells it something, in one line over the pipe that it holds; nobody listens any more if it has ended. */
    void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // It has ended, which whoever waits for it sees.
        }
    }

    /** How a process ended that ended like this, in words that follow its name. */
    static String ended(int exitStatus) {
        return switch (exitStatus) {
            case SIGNALLED + KILL -> "was killed (signal 9: by kill -9, or for want of memory)";
            case SIGNALLED + TERMINATE -> "was told to end (signal 15)";
            default ->
                exitStatus > SIGNALLED
                        ? "was killed (signal " + (exitStatus - SIGNALLED) + ")"
                        : "ended with exit status " + exitStatus;
        };
    }

    /** True if a signal ended a process that ended like this, so that it could not say anything about it. */
    static boolean isKilled(int exitStatus) {
        return exitStatus > SIGNALLED;
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
                end();
            }
        } catch (IOException e) {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
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
