package id.tenggat.cli;

import id.tenggat.report.Asked;
import id.tenggat.scenario.Metric;
import id.tenggat.verdict.Basis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code tenggat gate}. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        description = "Judges recordings by their objectives; the exit status is the verdict.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat gate reports/runs/smoke-20260101-120000/slice-replayed",
            "  tenggat gate run-1/replayed run-2/replayed run-3/replayed --baseline baseline.jsonl",
            "  tenggat gate nightly/simulated nightly/slice-replayed --junit verdict.xml",
            "  tenggat gate --list-metrics"
        })
final class GateCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "RECORDING", description = "directories of recordings")
    private List<Path> recordings = new ArrayList<>();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Option(names = "--list-metrics", description = "list what objectives can be about, and end")
    private boolean listsMetrics;

    @Option(names = "--json", description = "print the summary as JSON instead of tables")
    private boolean json;

    @Mixin
    private PipelineOptions pipeline = new PipelineOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Screen screen = Screen.of(spec.commandLine());
        if (listsMetrics) {
            screen.print(metrics());
            return 0;
        }
        if (recordings.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name a recording to judge, or --list-metrics");
        }
        pipeline.requireReadable(json);
        Results results = new Results(screen, Asked.NOTHING, baseline.history());
        results.addAll(recordings);
        results.requireBaseline();
        results.show(json);
        return Verdicts.end(results, pipeline, screen, true);
    }

    private static String metrics() {
        StringBuilder text = new StringBuilder();
        for (Metric metric : Metric.values()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s %-9s %-17s %-8s %-9s %s%n",
                    metric.form(),
                    unit(metric),
                    metric.better().words(),
                    metric.isOverTime() ? "windows" : "",
                    Basis.of(metric).manner(),
                    metric.definition()));
        }
        return text + """

                interval  a sample of what might have happened: undecided where the bound lies in the interval of 95%% confidence;
                          of none or all (<= 0%%, >= 100%%, ==) each single case of the run counts, so the value decides
                by value  counts of the audit: %s
                          max, utilisation, regency min: %s
                """.formatted(Basis.CENSUS.words(), Basis.EXTREME.words());
    }

    private static String unit(Metric metric) {
        return metric.unit().name().toLowerCase(Locale.ROOT);
    }
}
