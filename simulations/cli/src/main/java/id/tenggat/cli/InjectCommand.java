package id.tenggat.cli;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Audit;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.replay.AdaptedSystem;
import id.tenggat.replay.Closing;
import id.tenggat.replay.Payload;
import id.tenggat.replay.Progress;
import id.tenggat.replay.Replay;
import id.tenggat.replay.ReplayPlan;
import id.tenggat.replay.SystemUnderTest;
import id.tenggat.replay.TenggatStack;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.read.AdapterFile;
import id.tenggat.target.Approach;
import id.tenggat.target.Network;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;
import id.tenggat.target.TargetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code tenggat inject}: the injector's own JVM, started by a replay. */
@Command(name = "inject", hidden = true, description = "The injector of a replay, in a JVM of its own.")
final class InjectCommand implements Callable<Integer> {

    static final String PROGRESS = "progress ";
    static final String BEHIND = "behind ";

    /** Begins a line on standard input that stops the replay; the reason follows. */
    static final String STOP = "stop ";

    @Mixin
    private QuestionOptions options = new QuestionOptions();

    @Mixin
    private ReplayOptions replayOptions = new ReplayOptions();

    @Mixin
    private FromOption from = new FromOption();

    @Option(names = "--target", required = true, description = "the stack, or the system of the user's own")
    private String target = "";

    @Option(names = "--out", required = true, description = "the recording's directory")
    private Path directory = Path.of("");

    @Mixin
    private AttemptsOption attempts = new AttemptsOption();

    @Mixin
    private AdapterOption adapter = new AdapterOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Question question = options.orReplaySlice().requireLive();
        Optional<AdapterFile> told = adapter.read(question.scenario());
        Permission permission = permission(question, told);
        Schedule schedule = schedule(question, Screen.of(spec.commandLine()));
        SystemUnderTest system = system(question.scenario(), permission, told);
        system.check(schedule);
        Recordings.Engine injector =
                Recordings.Engine.injector(replayOptions.slipP99LimitNs()).with(attempts);
        Recordings.Engine engine = told.map(
                        file -> injector.against(permission.target().origin(), file))
                .orElse(injector);
        ReplayPlan plan = new ReplayPlan(schedule, system, directory, Duration.ofNanos(replayOptions.warmUpNs()));
        Replay.requireRoom(plan);
        try (RecordingWriter writer = Recordings.begin(directory, question, schedule, engine)) {
            return inject(plan, writer);
        }
    }

    private Permission permission(Question question, Optional<AdapterFile> told) {
        Approach plain = Approach.to(Target.parse(target), Network.here());
        return told.map(file -> AdaptedSystem.approach(plain, file.adapter()))
                .map(approach -> Permission.ask(approach, question.file().digest()))
                .orElseGet(() -> Permission.onLoopback(plain));
    }

    private static SystemUnderTest system(Scenario scenario, Permission permission, Optional<AdapterFile> told) {
        List<Payload> payloads = Payloads.of(scenario.journey());
        return told.<SystemUnderTest>map(file -> new AdaptedSystem(permission, file.adapter(), scenario, payloads))
                .orElseGet(() -> TenggatStack.of(permission, scenario, payloads));
    }

    private Schedule schedule(Question question, Screen screen) {
        try (Interruption interruption = Interruption.ending(() -> {})) {
            return new SimulateStage(question, screen, interruption, Leg.ofCrowd(from.crowd(question))).schedule();
        }
    }

    private int inject(ReplayPlan plan, RecordingWriter writer) {
        Replay replay = new Replay(plan, writer);
        try (Interruption interruption = Interruption.stopping(() -> replay.stop("it was interrupted"))) {
            hold(replay);
            Optional<Path> charts = replay.play(this::show);
            end(replay, writer);
            refuseIfWithdrawn(plan.system().permission());
            charts.ifPresent(made -> GatlingCharts.keep(made, directory));
            return replay.stopReasons().isEmpty() ? 0 : Interruption.INVALID;
        }
    }

    /** What was recorded until then is kept, and INVALID; but it is the target that was wrong, not the measurement. */
    private static void refuseIfWithdrawn(Permission permission) {
        if (permission.withdrawal().isDone()) {
            throw permission.withdrawal().join();
        }
    }

    /** Whoever started this may stop it; if they are gone, it ends in any case. */
    private static void hold(Replay replay) {
        Lifeline.hold(
                line -> {
                    if (line.startsWith(STOP)) {
                        replay.stop(line.substring(STOP.length()));
                    }
                },
                () -> {
                    replay.stop("the command that had started it was gone");
                    System.exit(Interruption.INVALID);
                });
    }

    private static void end(Replay replay, RecordingWriter writer) {
        try {
            Closing closing = replay.close();
            writer.finish(closing.audit(), status(replay), closing.invalidReasons());
            closing.servedBy()
                    .ifPresentOrElse(served -> writer.ended(Instant.now(), served), () -> writer.ended(Instant.now()));
        } catch (TargetException e) {
            List<String> reasons = new ArrayList<>(replay.stopReasons());
            reasons.add("the stack did not tell its side at the end: " + e.getMessage());
            writer.finish(new Audit(0, 0, 0, 0, 0), status(replay), reasons);
            writer.ended(Instant.now());
        }
    }

    private static RunStatus status(Replay replay) {
        return replay.stopReasons().isEmpty() ? RunStatus.COMPLETE : RunStatus.INTERRUPTED;
    }

    private void show(Progress progress) {
        PrintWriter out = spec.commandLine().getOut();
        progress.behind().ifPresent(words -> out.println(BEHIND + words));
        out.println(
                PROGRESS + progress.nowNs() + " " + progress.inside() + " " + progress.ended() + " " + progress.sent());
        out.flush();
    }
}
