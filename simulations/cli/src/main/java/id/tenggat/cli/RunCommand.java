package id.tenggat.cli;

import id.tenggat.cli.Recordings.Engine;
import id.tenggat.history.History;
import id.tenggat.ledger.LedgerException;
import id.tenggat.report.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code tenggat run}: one scenario through both engines to one verdict. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "One scenario through both engines to one verdict.",
            "Simulates the whole scenario, simulates and replays a slice of it live,",
            "writes the report and gives the verdict."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat run scenarios/smoke.yaml",
            "  tenggat run scenarios/cpns-2024-584.yaml --seed 7 --out nightly",
            "  tenggat run scenarios/cpns-2024-584.yaml --slice \"last 2h, fraction 10%%, time-lapse 60\""
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws LedgerException {
        replay.requireLedger();
        pipeline.requireReadable(output.json());
        Screen screen = Screen.of(spec.commandLine());
        Question slice = question.orReplaySlice().requireLive();
        Question whole = Question.whole(slice.file(), slice.scenario().seed());
        Optional<History> before = baseline.history(
                whole.setup(Engine.SIMULATOR), slice.setup(Engine.SIMULATOR), slice.setup(Engine.LIVE));
        Path directory = output.directory(whole);
        Leg leg = Leg.ofCrowd(from.crowd(slice));
        ReplayStage live = new ReplayStage(slice, leg.from(), replay, screen);
        live.keep(attempts);
        screen.say("seed " + whole.scenario().seed() + "; replays " + slice.part());

        try (Interruption interruption = Interruption.stopping(live::interrupt)) {
            Results results = new Results(screen, Asked.NOTHING, before);
            simulate(whole, "simulated", new Stage(directory, results, interruption, Leg.WHOLE));
            if (!slice.slice().isWhole() && !interruption.isRequested()) {
                simulate(slice, "slice-simulated", new Stage(directory, results, interruption, leg));
            }
            int injected = interruption.isRequested() ? Interruption.INVALID : replay(live, slice, directory, results);
            results.showFirst(output.json());
            boolean shown = results.givePage(directory.resolve("index.html"));
            return injected == 0
                    ? Verdicts.end(results, pipeline, screen, shown)
                    : noVerdict(injected, interruption.isRequested());
        }
    }

    /** Nothing is written for a pipeline, which would take simulations that hold for a verdict. */
    private int noVerdict(int injected, boolean isInterrupted) {
        String why = isInterrupted ? "the run was interrupted before its replay began" : "the replay failed";
        Screen.of(spec.commandLine()).say("verdict: none, for " + why);
        return injected;
    }

    private record Stage(Path directory, Results results, Interruption interruption, Leg leg) {}

    private void simulate(Question asked, String name, Stage stage) {
        Path recording = stage.directory().resolve(name);
        new SimulateStage(asked, Screen.of(spec.commandLine()), stage.interruption(), stage.leg()).record(recording);
        stage.results().add(asked.part() + ", simulated", recording);
    }

    /** 0 if there is a recording to judge, whatever its worth. */
    private static int replay(ReplayStage live, Question slice, Path directory, Results results) {
        Path recording = directory.resolve("slice-replayed");
        int injected = live.record(recording, Optional.empty());
        if (!Recordings.isThere(recording)) {
            return injected;
        }
        results.add(slice.part() + ", replayed", recording);
        return 0;
    }
}
