package id.tenggat.cli;

import id.tenggat.ledger.LedgerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** The options that mean something when nothing is played. */
    private static final Set<String> OF_RECORDINGS = Set.of("--recordings", "--out", "--json");

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
    private AttemptsOption attempts = new AttemptsOption();

    @Mixin
    private FromOption from = new FromOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws LedgerException {
        requireOneKind();
        if (!recordings.isEmpty()) {
            return compare();
        }
        replay.requireLedger();
        return play();
    }

    private void requireOneKind() {
        if (scenarios.isEmpty() == recordings.isEmpty()) {
            throw new InputException(
                    "name the scenarios to play, or two recordings as in --recordings simulated replayed");
        } else if (recordings.size() > 2) {
            throw new InputException("--recordings: two are held against each other, found " + recordings.size());
        }
    }

    private int compare() {
        refuseWhatSaysHowToPlay();
        TwinResults results = new TwinResults(Screen.of(spec.commandLine()), output, 1);
        Path first = recordings.get(0);
        Path second = recordings.get(1);
        results.add(new TwinResults.Case("Two recordings", page(second)), first, second);
        return results.end();
    }

    /** Refuses what could have no effect, for what is asked for was played already. */
    private void refuseWhatSaysHowToPlay() {
        List<String> given = spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !OF_RECORDINGS.contains(name))
                .toList();
        if (!given.isEmpty()) {
            throw new InputException(String.join(" and ", given) + " say" + (given.size() == 1 ? "s" : "")
                    + " what to play, or how, but two recordings that are there already are only held against each other:"
                    + " leave " + (given.size() == 1 ? "it" : "them") + " out");
        }
    }

    /** As {@code report} does, it lies beside the recordings. */
    private Path page(Path recording) {
        return output.given()
                .map(directory -> directory.resolve("index.html"))
                .orElse(recording.toAbsolutePath().normalize().resolveSibling("twin.html"));
    }

    /**
     * What is played twice.
     *
     * @param directory of both recordings and their page
     */
    private record Pair(Question question, Leg leg, Path directory) {}

    /** Reads everything before the first is played, since playing takes minutes; shows what was compared, whatever follows. */
    private int play() {
        List<Pair> pairs = scenarios.stream().map(this::pair).toList();
        requireApart(pairs);
        TwinResults results = new TwinResults(Screen.of(spec.commandLine()), output, pairs.size());
        Iterator<Pair> left = pairs.iterator();
        int failed = 0;
        int worst;
        try {
            while (failed == 0 && left.hasNext()) {
                failed = play(left.next(), results);
            }
        } finally {
            worst = results.end();
        }
        return failed == 0 ? worst : failed;
    }

    private Pair pair(Path scenario) {
        Question question = part.orReplaySlice(scenario).requireLive();
        return new Pair(question, Leg.ofCrowd(from.crowd(question)), directory(question));
    }

    private static void requireApart(List<Pair> pairs) {
        Set<Path> used = new HashSet<>();
        for (Pair pair : pairs) {
            if (!used.add(pair.directory())) {
                throw new InputException(pair.question().file().path() + ": another scenario is named "
                        + pair.question().whole().name() + " too, so both would be recorded in " + pair.directory()
                        + ": play them one by one");
            }
        }
    }

    /** 0 if there are two recordings to compare, whatever their worth. */
    private int play(Pair pair, TwinResults results) {
        Screen screen = Screen.of(spec.commandLine());
        Question question = pair.question();
        Path directory = pair.directory();
        ReplayStage live = new ReplayStage(question, pair.leg().from(), replay, screen);
        live.keep(attempts);
        screen.say("seed " + question.scenario().seed() + "; plays " + question.part() + " of "
                + question.whole().name() + " twice");
        try (Interruption interruption = Interruption.stopping(live::interrupt)) {
            new SimulateStage(question, screen, interruption, orders(pair)).record(directory.resolve("simulated"));
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

    private SimulateStage.Orders orders(Pair pair) {
        return SimulateStage.Orders.of(pair.question(), pair.leg())
                .by(Recordings.Engine.simulator().with(attempts));
    }

    private Path directory(Question question) {
        Path directory = output.directory(question);
        return scenarios.size() > 1 && output.given().isPresent()
                ? directory.resolve(question.whole().name())
                : directory;
    }
}
