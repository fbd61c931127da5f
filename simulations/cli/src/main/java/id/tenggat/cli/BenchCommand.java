package id.tenggat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code tenggat bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what this program costs, beside what else one could take.",
            "Every other option of a suite goes to JMH: -f forks, -wi and -i iterations, -p parameters,",
            "-prof gc for allocation, -t 2 for two threads; `-- -h` tells all of them."
        },
        synopsisSubcommandLabel = "SUITE",
        commandListHeading = "%nSuites:%n",
        subcommands = {
            BenchStampingCommand.class,
            BenchSimulatorCommand.class,
            BenchStackCommand.class,
            BenchLedgerCommand.class,
            BenchMeasurementCommand.class,
            BenchInjectorCommand.class,
            BenchGateCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat bench stamping",
            "  tenggat bench stamping --quick",
            "  tenggat bench stamping --document office -prof gc product floor",
            "  tenggat bench stamping --out service-times.json",
            "  tenggat bench simulator --quick DeadlineBenchmark",
            "  tenggat bench stack --quick",
            "  tenggat bench ledger",
            "  tenggat bench measurement",
            "  tenggat bench injector",
            "  tenggat bench gate"
        })
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Name a suite: stamping, simulator, stack, ledger, measurement, injector or gate");
    }
}
