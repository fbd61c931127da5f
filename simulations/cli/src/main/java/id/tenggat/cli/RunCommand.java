package id.tenggat.cli;

import id.tenggat.verdict.Status;
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
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        Question slice = question.orReplaySlice().requireLive();
        Question whole = Question.whole(slice.file(), slice.scenario().seed());
        Path directory = output.directory(whole);
        ReplayStage live = new ReplayStage(slice, replay, screen);
        screen.say("seed " + whole.scenario().seed() + "; replays " + slice.part());

        try (Interruption interruption = Interruption.stopping(live::interrupt)) {
            Results results = new Results(screen);
            new SimulateStage(whole, screen, interruption).record(directory.resolve("simulated"));
            results.add(whole.part() + ", simulated", directory.resolve("simulated"));
            if (!slice.slice().isWhole() && !interruption.isRequested()) {
                new SimulateStage(slice, screen, interruption).record(directory.resolve("slice-simulated"));
                results.add(slice.part() + ", simulated", directory.resolve("slice-simulated"));
            }
            if (!interruption.isRequested()) {
                int injected = live.record(directory.resolve("slice-replayed"), Optional.empty());
                if (injected == Faults.BAD_INPUT) {
                    return injected;
                }
                results.add(slice.part() + ", replayed", directory.resolve("slice-replayed"));
            }
            results.showFirst(output.json());
            screen.say("report: " + results.writePage(directory.resolve("index.html")));
            Status status = results.status();
            screen.say("verdict: " + status);
            return status.exitStatus();
        }
    }
}
