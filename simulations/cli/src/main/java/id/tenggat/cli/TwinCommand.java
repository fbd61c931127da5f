package id.tenggat.cli;

import id.tenggat.ledger.LedgerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code tenggat twin}: do both engines tell the same story? */
@Command(
        name = "twin",
        mixinStandardHelpOptions = true,
        description = {
            "Do both engines tell the same story?",
            "Simulates a slice, replays it live with the same seed, and holds the two recordings against",
            "each other, measure by measure; says where they part first if they disagree. Several scenarios",
            "are played one after the other."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:every measure lies within its tolerance",
            " 1:one lies outside",
            " 3:one of the recordings is INVALID: the measurement itself is not to be trusted"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat twin scenarios/twin/near.yaml",
            "  tenggat twin scenarios/smoke.yaml --slice \"last 8s\" --json",
            "  tenggat twin --recordings simulated replayed"
        })
final class TwinCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "scenario files (YAML)")
    private List<Path> scenarios = new ArrayList<>();

    @Option(
            names = "--recordings",
            arity = "2",
            paramLabel = "RECORDING",
            description = "hold two recordings against each other that are there already, and play nothing")
    private List<Path> recordings = new ArrayList<>();

    @Mixin
    private PartOptions part = new PartOptions();

    @Mixin
    private ReplayOptions replay = new ReplayOptions();

    @Mixin
    private FromOption from = new FromOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws LedgerException {
        requireOneKind();
        replay.requireLedger();
        TwinResults results = new TwinResults(Screen.of(spec.commandLine()), output);
        return recordings.isEmpty() ? play(results) : compare(results);
    }

    private void requireOneKind() {
        if (scenarios.isEmpty() == recordings.isEmpty()) {
            throw new InputException(
                    "name the scenarios to play, or two recordings as in --recordings simulated replayed");
        } else if (recordings.size() > 2) {
            throw new InputException("--recordings: two are held against each other, found " + recordings.size());
        }
    }

    private int compare(TwinResults results) {
        Path first = recordings.get(0);
        Path second = recordings.get(1);
        results.add(new TwinResults.Case("Two recordings", page(second)), first, second);
        return results.end();
    }

    /** As {@code report} does, it lies beside the recordings. */
    private Path page(Path recording) {
        return output.given()
                .map(directory -> directory.resolve("index.html"))
                .orElse(recording.toAbsolutePath().normalize().resolveSibling("twin.html"));
    }

    /** Reads every scenario before the first is played, since playing takes minutes. */
    private int play(TwinResults results) throws LedgerException {
        List<Question> questions = scenarios.stream()
                .map(path -> part.orReplaySlice(path).requireLive())
                .toList();
        for (Question question : questions) {
            int failed = play(question, results);
            if (failed != 0) {
                return failed;
            }
        }
        return results.end();
    }

    /** 0 if there are two recordings to compare, whatever their worth. */
    private int play(Question question, TwinResults results) {
        Screen screen = Screen.of(spec.commandLine());
        Path directory = directory(question);
        Leg leg = Leg.ofCrowd(from.crowd(question));
        ReplayStage live = new ReplayStage(question, leg.from(), replay, screen);
        screen.say("seed " + question.scenario().seed() + "; plays " + question.part() + " of "
                + question.whole().name() + " twice");
        try (Interruption interruption = Interruption.stopping(live::interrupt)) {
            new SimulateStage(question, screen, interruption, leg).record(directory.resolve("simulated"));
            int injected = interruption.isRequested()
                    ? Interruption.INVALID
                    : live.record(directory.resolve("replayed"), Optional.empty());
            if (!Recordings.isThere(directory.resolve("replayed"))) {
                screen.say(question.file().path() + ": nothing was replayed, so there is nothing to compare");
                return injected;
            }
            results.add(
                    new TwinResults.Case(question.whole().title(), directory.resolve("index.html")),
                    directory.resolve("simulated"),
                    directory.resolve("replayed"));
            return interruption.isRequested() ? Interruption.INVALID : 0;
        }
    }

    private Path directory(Question question) {
        Path directory = output.directory(question);
        return scenarios.size() > 1 && output.given().isPresent()
                ? directory.resolve(question.whole().name())
                : directory;
    }
}
