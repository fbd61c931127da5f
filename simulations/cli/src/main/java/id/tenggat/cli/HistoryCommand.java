package id.tenggat.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code tenggat history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Keeps the numbers of many runs in a file, a line each, and finds since when they have changed:",
            "runs are compared with those of the same scenario, slice and engine."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {HistoryAppendCommand.class, HistoryChangesCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tenggat history append reports/runs/smoke-20260101-120000/slice-replayed --to history.jsonl",
            "  tenggat history changes history.jsonl --fail-on-worse"
        })
final class HistoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do with it: append or changes");
    }
}
