package id.tenggat.cli;

import id.tenggat.cli.Recordings.Engine;
import id.tenggat.cli.SimulateStage.Orders;
import id.tenggat.history.History;
import id.tenggat.recording.Recording;
import id.tenggat.report.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Optional;
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
            "  tenggat simulate scenarios/cpns-2024-584.yaml --replications 10..200 --baseline baseline.jsonl",
            "  tenggat simulate scenarios/smoke.yaml --attempts",
            "  tenggat simulate scenarios/cpns-2024-584.yaml --trace applicant=1234 --explain stamping",
            "  tenggat simulate scenarios/cpns-2024-584.yaml --stop-at 2024-09-06T12:00 --out morning",
            "  tenggat simulate scenarios/cpns-2024-584.yaml --from morning/simulated.snapshot"
        })
final class SimulateCommand implements Callable<Integer> {

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Mixin
    private ReplicationOptions replications = new ReplicationOptions();

    @Mixin
    private TraceOptions traces = new TraceOptions();

    @Mixin
    private ExplainOptions explain = new ExplainOptions();

    @Mixin
    private AttemptsOption attempts = new AttemptsOption();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private FromOption from = new FromOption();

    @Mixin
    private StopOption stop = new StopOption();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private PipelineOptions pipeline = new PipelineOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        boolean many = replications.areAsked();
        Question asked = question.orWhole();
        Optional<History> before = baseline.history(asked.setup(Engine.SIMULATOR));
        Orders orders = orders(asked, many);
        Path directory = output.directory(asked);
        screen.say("seed " + asked.scenario().seed());
        ReplicateStage replicating =
                new ReplicateStage(asked, screen, new ReplicateStage.Told(output, pipeline), orders.limits());
        try (Interruption interruption = Interruption.stopping(() -> {})) {
            if (many) {
                replicating.requireMemory(replications, interruption);
            }
            SimulateStage stage = new SimulateStage(asked, screen, interruption, orders);
            stage.record(directory.resolve("simulated"));
            if (stage.hasStopped()) {
                return stopped(orders.leg(), asked, directory.resolve("simulated"));
            }
            String label = asked.part() + ", simulated";
            if (!many) {
                Asked besides = new Asked(TraceOptions.traces(asked, orders.witness()), explain.stations());
                return new Verdicts(screen, output, pipeline, besides, before).give(label, directory, "simulated");
            }
            Recording first =
                    new Verdicts(screen, output, pipeline, Asked.NOTHING, before).write(label, directory, "simulated");
            return replicating.give(replications, interruption, first, before);
        }
    }

    private Orders orders(Question asked, boolean many) {
        Leg leg = Leg.between(from.snapshot(asked), stop.instant(asked));
        requireVerdict(leg);
        if (many) {
            leg.requireNoSnapshots();
        }
        if (many && (traces.areAsked() || !explain.stations().isEmpty())) {
            throw new InputException("--trace and --explain tell of one run: leave --replications out");
        }
        if (attempts.isAsked() && (many || leg.isStepByStep())) {
            throw new InputException(
                    "--attempts keeps those of one whole run: leave out --replications, --stop-at, and --from that goes on");
        }
        if (leg.isStepByStep() && traces.areAsked()) {
            throw new InputException("--trace tells of a whole run: leave out --from and --stop-at");
        }
        if (leg.until().isPresent() && !explain.stations().isEmpty()) {
            throw new InputException("--explain tells of a run that has ended: leave --stop-at out");
        }
        explain.requireAmong(asked.whole().stack().stations().stream()
                .map(station -> station.name())
                .toList());
        Engine engine = Engine.simulator().with(attempts);
        return new Orders(limits.supervision(asked.whole()), traces.witness(asked), leg, engine);
    }

    private void requireVerdict(Leg leg) {
        pipeline.requireReadable(output.json());
        if (leg.until().isPresent()) {
            pipeline.refuse("tells of a run that has ended: leave --stop-at out");
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
