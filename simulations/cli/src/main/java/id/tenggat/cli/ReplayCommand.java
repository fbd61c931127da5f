package id.tenggat.cli;

import id.tenggat.cli.Recordings.Engine;
import id.tenggat.history.History;
import id.tenggat.history.Setup;
import id.tenggat.ledger.LedgerException;
import id.tenggat.replay.TenggatStack;
import id.tenggat.report.Asked;
import id.tenggat.scenario.read.AdapterFile;
import id.tenggat.target.Approach;
import id.tenggat.target.Network;
import id.tenggat.target.Permission;
import id.tenggat.target.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code tenggat replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a slice of a scenario live over HTTP, and judges it.",
            "Without --slice it plays the slice that the scenario names for replays."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat replay scenarios/smoke.yaml",
            "  tenggat replay scenarios/cpns-2024-584.yaml --slice \"last 10m, fraction 10%%\"",
            "  tenggat replay scenarios/smoke.yaml --target http://127.0.0.1:8080   (a running tenggat stack)"
        })
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Mixin
    private AttemptsOption attempts = new AttemptsOption();

    @Mixin
    private FromOption from = new FromOption();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private PipelineOptions pipeline = new PipelineOptions();

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = {
                "a running stack on this machine's loopback (default: one is started);",
                "with --adapter any system that agrees, see tenggat authorization --help"
            })
    private @Nullable String target;

    @Mixin
    private AdapterOption adapter = new AdapterOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** A stack is on loopback, or refused; a user's own system is asked by whoever sends the load, and keeps its name. */
    private Optional<Permission> stack(Optional<Approach> approach) {
        return adapter.isGiven() ? Optional.empty() : approach.map(Permission::onLoopback);
    }

    @Override
    public Integer call() throws LedgerException {
        Optional<Approach> approach =
                Optional.ofNullable(target).map(text -> Approach.to(Target.parse(text), Network.here()));
        Optional<Permission> stack = stack(approach);
        Optional<String> origin = stack.map(Permission::pinnedOrigin)
                .map(URI::toString)
                .or(() -> approach.map(plain -> plain.target().toString()));
        options.requireLedger();
        pipeline.requireReadable(output.json());
        if (origin.isPresent()) {
            options.requireNoLedger();
        }
        options.thirdParties().refuseFor(origin);
        adapter.refuseWithout(origin);
        Screen screen = Screen.of(spec.commandLine());
        Question asked = question.orReplaySlice().requireLive();
        Path directory = output.directory(asked);
        Optional<AdapterFile> told = adapter.read(asked.scenario());
        String engine = Setup.engine(Engine.LIVE, told.map(file -> file.path().toString()));
        Optional<History> before = baseline.history(asked.setup(engine));
        stack.ifPresent(permission -> TenggatStack.check(permission, asked.scenario()));
        ReplayStage stage = new ReplayStage(asked, from.crowd(asked), options, screen);
        told.ifPresent(stage::tellBy);
        stage.keep(attempts);
        screen.say("seed " + asked.scenario().seed() + "; replays " + asked.part());
        try (Interruption interruption = Interruption.stopping(stage::interrupt)) {
            int injected = stage.record(directory.resolve("replayed"), origin);
            if (!Recordings.isThere(directory.resolve("replayed"))) {
                screen.say("nothing was replayed, so there is nothing to judge");
                return injected;
            }
            int judged = new Verdicts(screen, output, pipeline, Asked.NOTHING, before)
                    .give(asked.part() + ", replayed", directory, "replayed");
            // Whoever was hit did not agree to it any more: that is no verdict, whatever was recorded until then.
            return injected == Faults.BAD_INPUT ? injected : judged;
        }
    }
}
