package id.tenggat.cli;

import id.tenggat.history.Change;
import id.tenggat.history.Changes;
import id.tenggat.history.History;
import id.tenggat.report.HistoryJson;
import id.tenggat.report.HistoryText;
import id.tenggat.scenario.Words;
import id.tenggat.statistics.ChangePoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code tenggat history changes}. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        description = {
            "Shows since when each figure of a history is what it is now, and what it was before, the worst first.",
            "Change points are found by E-divisive, with a test of every one against random orders of the runs."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:no figure has become worse, or nobody asked",
            " 1:with --fail-on-worse: the newest change of a figure was for the worse",
            " 2:bad usage or history"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat history changes history.jsonl",
            "  tenggat history changes history.jsonl --level 0.001 --fail-on-worse"
        })
final class HistoryChangesCommand implements Callable<Integer> {

    /** So many runs must have been made since a change before it is found; one that went wrong is no change. */
    private static final int LEAST_RUNS = 3;

    /** Any will do, as long as it is always the same: what was found once is found again. */
    private static final long SEED = 20140315;

    @Parameters(index = "0", paramLabel = "FILE", description = "the history")
    private Path file = Path.of("");

    @Option(
            names = "--level",
            paramLabel = "P",
            defaultValue = "0.01",
            description = "how probable it may be, figure by figure, that a change is found where there is none"
                    + " (default: ${DEFAULT-VALUE})")
    private double level;

    @Option(names = "--json", description = "print JSON instead of tables")
    private boolean json;

    @Option(names = "--fail-on-worse", description = "exit status 1 if the newest change of a figure is for the worse")
    private boolean failsOnWorse;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ChangePoints search = search();
        Changes changes = Changes.in(History.read(file), search);
        Screen screen = Screen.of(spec.commandLine());
        screen.print(json ? HistoryJson.of(changes) : HistoryText.of(changes, screen.colour()));
        List<Change> worse = changes.worseNow();
        if (!failsOnWorse || worse.isEmpty()) {
            return 0;
        }
        screen.say("worse: " + names(worse));
        return 1;
    }

    private ChangePoints search() {
        if (!(level >= ChangePoints.LEAST_LEVEL && level <= ChangePoints.GREATEST_LEVEL)) {
            throw new InputException("--level must lie between %s and %s, found %s"
                    .formatted(Words.exactly(ChangePoints.LEAST_LEVEL), ChangePoints.GREATEST_LEVEL, level));
        }
        return new ChangePoints(level, LEAST_RUNS, SEED);
    }

    private static String names(List<Change> changes) {
        return changes.stream().map(change -> change.figure().text()).distinct().collect(Collectors.joining(", "));
    }
}
