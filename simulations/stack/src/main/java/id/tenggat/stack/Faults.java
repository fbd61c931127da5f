package id.tenggat.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Counts what went wrong inside the stack itself, which no client can be blamed for: since its start, and in the run that goes on. */
final class Faults {

    private static final Logger LOGGER = System.getLogger(Faults.class.getName());

    private long count;
    private long ofRunsBefore;
    private String last = "";

    /** Something went wrong; details go to the log at level DEBUG. */
    void happened(String where, Throwable cause) {
        count++;
        last = where + ": " + cause;
        LOGGER.log(Level.DEBUG, where, cause);
    }

    /** Since the stack started. */
    long count() {
        return count;
    }

    /** A run begins, which answers for none of what happened before. */
    void runBegins() {
        ofRunsBefore = count;
        last = "";
    }

    /** In the run that goes on. */
    long ofRun() {
        return count - ofRunsBefore;
    }

    /** The last one of the run in words; empty if there was none. */
    String last() {
        return last;
    }
}
