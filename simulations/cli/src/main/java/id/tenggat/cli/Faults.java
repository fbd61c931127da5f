package id.tenggat.cli;

import id.tenggat.capacity.TooManyAttemptsException;
import id.tenggat.history.HistoryException;
import id.tenggat.ledger.LedgerException;
import id.tenggat.recording.BrokenOffException;
import id.tenggat.recording.RecordingException;
import id.tenggat.scenario.read.ScenarioException;
import id.tenggat.stack.PortUnavailableException;
import id.tenggat.stack.ThirdPartiesUnavailableException;
import id.tenggat.state.SnapshotException;
import id.tenggat.target.TargetException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.io.PrintWriter;

/** What people see when something is wrong, and the exit status: their input (2), or our own fault (70). */
final class Faults {

    static final int BAD_INPUT = 2;
    static final int OUR_FAULT = 70;

    private static final String DEBUG = "TENGGAT_DEBUG";

    private Faults() {}

    static int answer(Exception fault, CommandLine command, ParseResult unused) {
        PrintWriter err = command.getErr();
        if (fault instanceof BrokenOffException) {
            err.println("INVALID: " + fault.getMessage());
            return Interruption.INVALID;
        }
        if (isOfInput(fault)) {
            err.println(fault.getMessage());
            return BAD_INPUT;
        }
        if (fault instanceof TooManyAttemptsException) {
            err.println("INVALID: " + fault.getMessage());
            return Interruption.INVALID;
        }
        err.println("tenggat: our own fault, please report it: " + fault);
        if (System.getenv(DEBUG) == null) {
            err.println("Run it again with " + DEBUG + "=1 in the environment to see where it happened.");
        } else {
            fault.printStackTrace(err);
        }
        return OUR_FAULT;
    }

    /**
     * What no command foresees: a run that outgrew the memory that it was thought to need is INVALID, for what is recorded of
     * it is not its end; anything else is our own fault.
     */
    static int broken(Throwable fault, PrintStream err) {
        if (fault instanceof OutOfMemoryError) {
            err.println("INVALID: it took more memory than was foreseen (" + fault.getMessage()
                    + "): give the JVM more than " + Runtime.getRuntime().maxMemory() / 1_000_000
                    + " MB, as in TENGGAT_JAVA_OPTS=-Xmx4g");
            return Interruption.INVALID;
        }
        err.println("tenggat: our own fault, please report it: " + fault);
        return OUR_FAULT;
    }

    private static boolean isOfInput(Exception fault) {
        return fault instanceof ScenarioException
                || fault instanceof RecordingException
                || fault instanceof HistoryException
                || fault instanceof SnapshotException
                || fault instanceof TargetException
                || fault instanceof PortUnavailableException
                || fault instanceof LedgerException
                || fault instanceof ThirdPartiesUnavailableException
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
