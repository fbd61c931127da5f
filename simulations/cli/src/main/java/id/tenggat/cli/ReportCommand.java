package id.tenggat.cli;

import id.tenggat.report.Asked;
import org.jspecify.annotations.Nullable;
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

/** {@code tenggat report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Shows recordings again, whichever engine made them, and writes their HTML page.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat report reports/runs/smoke-20260101-120000/slice-replayed",
            "  tenggat report reports/runs/smoke-20260101-120000/simulated --explain stamping"
        })
final class ReportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "RECORDING", description = "directories of recordings")
    private List<Path> recordings = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "the page to write (default: report.html beside the first recording)")
    private @Nullable Path page;

    @Mixin
    private ExplainOptions explain = new ExplainOptions();

    @Option(names = "--json", description = "print the summary as JSON instead of tables")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        Results results = new Results(screen, new Asked(List.of(), explain.stations()), Optional.empty());
        results.addAll(recordings);
        explain.requireAmong(results.stations());
        results.show(json);
        Path beside = recordings.get(0).toAbsolutePath().normalize().resolveSibling("report.html");
        screen.say("report: " + results.writePage(page == null ? beside : page));
        return 0;
    }
}
