package id.tenggat.cli;

import id.tenggat.report.Colour;
import picocli.CommandLine;

import java.io.PrintWriter;

/** The terminal: results go to standard output, what happens meanwhile to standard error. */
final class Screen {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;
    private boolean hasProgress;

    private Screen(PrintWriter out, PrintWriter err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    static Screen of(CommandLine command) {
        return new Screen(command.getOut(), command.getErr(), Boolean.getBoolean("tenggat.progress"));
    }

    /** A result. */
    void print(String text) {
        clearProgress();
        out.print(text);
        out.flush();
    }

    /** What happens now, for people only. */
    synchronized void say(String line) {
        clearProgress();
        err.println(line);
        err.flush();
    }

    /** True if a person may see what happens meanwhile. */
    boolean isWatched() {
        return terminal;
    }

    /** Replaces the last such line; shows nothing where no person looks. */
    synchronized void progress(String line) {
        if (terminal) {
            err.print(ERASE_LINE + line);
            err.flush();
            hasProgress = true;
        }
    }

    private synchronized void clearProgress() {
        if (hasProgress) {
            err.print(ERASE_LINE);
            err.flush();
            hasProgress = false;
        }
    }

    Colour colour() {
        return Boolean.getBoolean("tenggat.colour") && System.getenv("NO_COLOR") == null ? Colour.ANSI : Colour.NONE;
    }
}
