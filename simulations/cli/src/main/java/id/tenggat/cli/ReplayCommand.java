package id.tenggat.cli;

import id.tenggat.ledger.LedgerException;
import id.tenggat.replay.Target;
import id.tenggat.replay.TenggatStack;
import id.tenggat.scenario.read.AdapterFile;
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
    private FromOption from = new FromOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "a running stack on this machine's loopback (default: one is started)")
    private @Nullable String target;

    @Mixin
    private AdapterOption adapter = new AdapterOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws LedgerException {
        Optional<String> origin =
                Optional.ofNullable(target).map(text -> Target.loopback(text).toString());
        options.requireLedger();
        if (origin.isPresent()) {
            options.requireNoLedger();
        }
        options.thirdParties().refuseFor(origin);
        adapter.refuseWithout(origin);
        Screen screen = Screen.of(spec.commandLine());
        Question asked = question.orReplaySlice().requireLive();
        Path directory = output.directory(asked);
        Optional<AdapterFile> told = adapter.read(asked.scenario());
        if (told.isEmpty()) {
            origin.ifPresent(text -> TenggatStack.check(URI.create(text), asked.scenario()));
        }
        ReplayStage stage = new ReplayStage(asked, from.crowd(asked), options, screen);
        told.ifPresent(stage::tellBy);
        screen.say("seed " + asked.scenario().seed() + "; replays " + asked.part());
        try (Interruption interruption = Interruption.stopping(stage::interrupt)) {
            int injected = stage.record(directory.resolve("replayed"), origin);
            if (!Recordings.isThere(directory.resolve("replayed"))) {
                screen.say("nothing was replayed, so there is nothing to judge");
                return injected;
            }
            return new Verdicts(screen, output).give(asked.part() + ", replayed", directory, "replayed");
        }
    }
}
