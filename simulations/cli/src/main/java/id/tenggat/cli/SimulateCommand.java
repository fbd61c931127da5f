package id.tenggat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code tenggat simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates a scenario, or a slice of it, in virtual time, and judges it:",
            "one run, or what many runs with other draws say together."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat simulate scenarios/cpns-2024-historic.yaml",
            "  tenggat simulate scenarios/cpns-2024-584.yaml --slice \"last 6h\" --json",
            "  tenggat simulate scenarios/cpns-2024-584.yaml --replications 50",
            "  tenggat simulate scenarios/cpns-2024-584.yaml --stop-at 2024-09-06T12:00 --out morning",
            "  tenggat simulate scenarios/cpns-2024-584.yaml --from morning/simulated.snapshot"
        })
final class SimulateCommand implements Callable<Integer> {

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Mixin
    private ReplicationOptions replications = new ReplicationOptions();

    @Mixin
    private FromOption from = new FromOption();

    @Mixin
    private StopOption stop = new StopOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        boolean many = replications.areAsked();
        Question asked = question.orWhole();
        Leg leg = Leg.between(from.snapshot(asked), stop.instant(asked));
        if (many) {
            leg.requireNoSnapshots();
        }
        Path directory = output.directory(asked);
        screen.say("seed " + asked.scenario().seed());
        try (Interruption interruption = Interruption.stopping(() -> {})) {
            new SimulateStage(asked, screen, interruption, leg).record(directory.resolve("simulated"));
            if (leg.until().isPresent() && !interruption.isRequested()) {
                return stopped(leg, asked, directory.resolve("simulated"));
            }
            String label = asked.part() + ", simulated";
            if (!many) {
                return new Verdicts(screen, output).give(label, directory, "simulated");
            }
            new Verdicts(screen, output).write(label, directory, "simulated");
            return new ReplicateStage(asked, screen, output).give(replications, interruption, directory);
        }
    }

    /** Nothing is judged before the end. */
    private int stopped(Leg leg, Question asked, Path recording) {
        Screen screen = Screen.of(spec.commandLine());
        leg.until().ifPresent(instant -> screen.say("stopped at " + asked.onCalendar(instant)));
        screen.say("recorded until then, judged not yet: " + recording);
        screen.say("snapshot, to go on with --from: " + Leg.snapshot(recording));
        return 0;
    }
}
