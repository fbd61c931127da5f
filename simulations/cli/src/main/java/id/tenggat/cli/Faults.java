package id.tenggat.cli;

import id.tenggat.recording.RecordingException;
import id.tenggat.replay.TargetException;
import id.tenggat.scenario.read.ScenarioException;
import id.tenggat.stack.PortUnavailableException;
import id.tenggat.state.SnapshotException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;

/** What people see when something is wrong, and the exit status: their input (2), or our own fault (70). */
final class Faults {

    static final int BAD_INPUT = 2;
    static final int OUR_FAULT = 70;

    private static final String DEBUG = "TENGGAT_DEBUG";

    private Faults() {}

    static int answer(Exception fault, CommandLine command, ParseResult unused) {
        PrintWriter err = command.getErr();
        if (isOfInput(fault)) {
            err.println(fault.getMessage());
            return BAD_INPUT;
        }
        err.println("tenggat: our own fault, please report it: " + fault);
        if (System.getenv(DEBUG) == null) {
            err.println("Run it again with " + DEBUG + "=1 in the environment to see where it happened.");
        } else {
            fault.printStackTrace(err);
        }
        return OUR_FAULT;
    }

    private static boolean isOfInput(Exception fault) {
        return fault instanceof ScenarioException
                || fault instanceof RecordingException
                || fault instanceof SnapshotException
                || fault instanceof TargetException
                || fault instanceof PortUnavailableException
                || fault instanceof InputException;
    }

    static int usage(ParameterException fault, String[] unused) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(fault.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(fault, err)) {
            err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return BAD_INPUT;
    }
}
