package id.tenggat.cli;

import id.tenggat.cli.Child.ChildException;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.replay.GatlingEngine;
import id.tenggat.scenario.Words;
import id.tenggat.scenario.read.AdapterFile;
import id.tenggat.target.Resolver;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replays a question into a recording: the stack in one JVM, the injector in another. */
final class ReplayStage {

    private static final List<String> STACK_JVM = List.of("-Xmx2g", "-XX:+UseParallelGC");
    private static final List<String> INJECTOR_MEMORY = List.of("-Xmx3g", "-XX:+UseParallelGC");

    private final Question question;
    private final Optional<Snapshot> from;
    private final ReplayOptions options;
    private final Screen screen;
    private final List<String> players;
    private List<String> adapter = List.of();
    private List<String> attempts = List.of();
    private volatile @Nullable Child injector;
    private volatile boolean interrupted;

    /** @param from hands over the crowd of the question's slice */
    ReplayStage(Question question, Optional<Snapshot> from, ReplayOptions options, Screen screen) {
        this.question = question;
        this.from = from;
        this.options = options;
        this.screen = screen;
        this.players = options.thirdParties().words();
    }

    /** The target is a system of the user's own, told by this. */
    void tellBy(AdapterFile file) {
        adapter = AdapterOption.words(file);
    }

    /** Keeps every attempt if that is asked for. */
    void keep(AttemptsOption option) {
        attempts = option.words();
    }

    /**
     * Writes the recording to this directory.
     *
     * @param target the stack to play against; empty starts one
     * @return exit status of the injector or of the stack; 0 if the recording is complete
     */
    int record(Path directory, Optional<String> target) {
        if (target.isPresent()) {
            return inject(target.get(), directory);
        }
        List<String> command = new ArrayList<>(asked("stack", "--port", "0", "--lifeline"));
        command.addAll(List.of("--ledger", options.ledger(directory)));
        command.addAll(players);
        screen.progress("starting the stack");
        try (Child stack = Child.start(STACK_JVM, command)) {
            String origin = stack.awaitLine(StackCommand.LISTENING);
            stack.follow(this::heardOfStack, this::stackEnded);
            return inject(origin, directory);
        } catch (ChildException e) {
            return told("the stack", e.exitStatus());
        }
    }

    /** Who was killed has not said so. */
    private int told(String who, int exitStatus) {
        if (!Child.isKilled(exitStatus)) {
            return exitStatus;
        }
        screen.say("INVALID: " + who + " " + Child.ended(exitStatus));
        return Interruption.INVALID;
    }

    private void heardOfStack(String line) {
        if (line.startsWith(StackCommand.BROKEN)) {
            stop("the stack's " + line.substring(StackCommand.BROKEN.length()));
        }
    }

    /** While anybody is injecting, it is too early. */
    private void stackEnded(int exitStatus) {
        stop("the stack " + Child.ended(exitStatus) + " in mid-run");
    }

    private void stop(String reason) {
        Child running = injector;
        if (running != null) {
            screen.say("the replay stops: " + reason);
            running.tell(InjectCommand.STOP + reason);
        }
    }

    /** Asks the injector to write down what it has and to stop. */
    void interrupt() {
        interrupted = true;
        Child running = injector;
        if (running != null) {
            running.interrupt();
        }
    }

    private int inject(String target, Path directory) {
        screen.progress("warming up");
        List<String> jvm = new ArrayList<>(INJECTOR_MEMORY);
        jvm.addAll(GatlingEngine.JVM_ARGUMENTS);
        jvm.addAll(Resolver.JVM_ARGUMENTS);
        List<String> command = new ArrayList<>(asked("inject", "--target", target, "--out", directory.toString()));
        command.addAll(List.of("--slip-limit", Words.durationNs(options.slipP99LimitNs())));
        command.addAll(List.of("--warm-up", Words.durationNs(options.warmUpNs())));
        command.addAll(adapter);
        command.addAll(attempts);
        from.ifPresent(snapshot ->
                command.addAll(List.of("--from", snapshot.file().file().toString())));
        if (interrupted) {
            return Interruption.INVALID;
        }
        try (Child child = Child.start(jvm, command)) {
            injector = child;
            if (interrupted) {
                child.interrupt();
            }
            return ended(child.watch(this::show), directory);
        } finally {
            injector = null;
        }
    }

    /** An injector that was killed leaves a recording that does not say why it ends where it does. */
    private int ended(int exitStatus, Path directory) {
        if (Child.isKilled(exitStatus) && Recordings.isThere(directory)) {
            RecordingWriter.breakOff(
                    directory,
                    "the injector " + Child.ended(exitStatus) + " in mid-run; what it had written until then is kept");
        }
        return told("the injector", exitStatus);
    }

    private List<String> asked(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                question.file().path().toString(),
                "--sha256",
                question.file().digest(),
                "--seed",
                Long.toString(question.scenario().seed()),
                "--slice",
                question.slice().toString()));
        words.addAll(List.of(more));
        return words;
    }

    private void show(String line) {
        if (line.startsWith(InjectCommand.BEHIND)) {
            screen.say("the injector is " + line);
        }
        String[] words = line.split(" ", -1);
        if (line.startsWith(InjectCommand.PROGRESS) && words.length == 5) {
            screen.progress("replaying " + question.whole().name() + "  "
                    + Words.durationNs(Math.max(0, Long.parseLong(words[1]))) + "  " + words[2] + " inside, " + words[3]
                    + " ended, " + words[4] + " attempts");
        }
    }
}
