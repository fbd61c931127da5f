package id.tenggat.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Counts what went wrong inside the stack itself, which no client can be blamed for. */
final class Faults {

    private static final Logger LOGGER = System.getLogger(Faults.class.getName());

    private long count;
    private String last = "";

    /** Something went wrong; details go to the log at level DEBUG. */
    void happened(String where, Throwable cause) {
        count++;
        last = where + ": " + cause;
        LOGGER.log(Level.DEBUG, where, cause);
    }

    long count() {
        return count;
    }

    /** The last one in words; empty if there was none. */
    String last() {
        return last;
    }
}
