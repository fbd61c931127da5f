package id.tenggat.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The only main: {@code tenggat}. */
@Command(
        name = "tenggat",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Load testing and capacity simulation for deadline traffic:",
            "will everyone get through in time, what breaks first, and which change fixes it?"
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            SimulateCommand.class,
            ReplayCommand.class,
            TwinCommand.class,
            StackCommand.class,
            ReportCommand.class,
            GateCommand.class,
            HistoryCommand.class,
            CompareCommand.class,
            AuthorizationCommand.class,
            ValidateCommand.class,
            BenchCommand.class,
            InjectCommand.class,
            GenerateCompletion.class
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            " 0:pass, or nothing to judge",
            " 1:an objective was missed, or a figure has become worse",
            " 2:bad usage, scenario, recording, history, snapshot or target; a file that can't be written",
            " 3:the run is INVALID: the measurement itself is not to be trusted, or it outgrew a limit",
            "70:our own fault"
        },
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  tenggat run scenarios/smoke.yaml        both engines, in half a minute",
            "  tenggat run scenarios/cpns-2024-584.yaml",
            "  source <(tenggat generate-completion)   completes commands and options in bash and zsh"
        })
public final class Main {

    private Main() {}

    /** Runs one command and ends the JVM with its exit status. */
    public static void main(String[] args) {
        System.exit(status(args));
    }

    private static int status(String[] args) {
        try {
            return commandLine().execute(args);
        } catch (Throwable broken) {
            return Faults.broken(broken, System.err);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Faults::answer)
                .setParameterExceptionHandler(Faults::usage)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
