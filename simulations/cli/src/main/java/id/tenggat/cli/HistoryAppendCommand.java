package id.tenggat.cli;

import id.tenggat.history.Entry;
import id.tenggat.history.History;
import id.tenggat.recording.Recording;
import id.tenggat.summary.Summary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code tenggat history append}. */
@Command(
        name = "append",
        mixinStandardHelpOptions = true,
        description = "Adds the numbers of recordings to a history, all of them or none; INVALID runs are refused.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat history append reports/runs/smoke-20260101-120000/slice-replayed --to history.jsonl",
            "  tenggat history append runs/own --to history.jsonl --commit 1ceb1537"
        })
final class HistoryAppendCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "RECORDING", description = "directories of recordings")
    private List<Path> recordings = new ArrayList<>();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "the history; it is made if it is not there")
    private Path file = Path.of("");

    @Option(names = "--commit", paramLabel = "COMMIT", description = "of what was measured, to be shown with a change")
    private @Nullable String commit;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Entry> runs = recordings.stream().map(this::entry).toList();
        append(file, runs, Screen.of(spec.commandLine()));
        return 0;
    }

    /** Adds runs to a history and says so. */
    static void append(Path file, List<Entry> runs, Screen screen) {
        History.append(file, runs);
        screen.say("history: %s holds %d more".formatted(file, runs.size()));
    }

    private Entry entry(Path directory) {
        Recording recording = Recording.read(directory);
        return Entry.of(recording, Summary.of(recording), Optional.ofNullable(commit));
    }
}
