package id.tenggat.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code tenggat compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "What has changed from the first recording to each of the others: variants, versions, or the simulated",
            "against the replayed. Says it in a sentence, shows every difference with its interval, and lays the",
            "courses over each other on a page. Judges nothing: see tenggat gate --baseline."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat compare before/simulated after/simulated",
            "  tenggat compare nightly/slice-simulated nightly/slice-replayed"
        })
final class CompareCommand implements Callable<Integer> {

    @Parameters(
            arity = "2..*",
            paramLabel = "RECORDING",
            description = "directories of recordings, the first one first")
    private List<Path> recordings = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "the page to write (default: compare.html beside the last recording)")
    private @Nullable Path page;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        Results results = new Results(screen);
        results.addAll(recordings);
        results.showDifferences();
        Path beside = recordings
                .get(recordings.size() - 1)
                .toAbsolutePath()
                .normalize()
                .resolveSibling("compare.html");
        screen.say("report: " + results.writePage(page == null ? beside : page));
        return 0;
    }
}
