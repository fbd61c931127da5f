package id.tenggat.benchmarks.measure;

import java.io.IOException;

/**
 * Standard input, held by the process that started this one: once it is closed, also by that process's death, this one and
 * the JVMs that it has forked end.
 */
public final class Lifeline {

    private static final String ASKED = "tenggat.lifeline";
    private static final int CUT = 3;

    private Lifeline() {}

    /** Watches from now on, if the system property {@code tenggat.lifeline} is true. */
    public static void holdIfAsked() {
        if (Boolean.getBoolean(ASKED)) {
            Thread watcher = new Thread(Lifeline::awaitEnd, "lifeline");
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // Whatever comes means that somebody is there.
            }
        } catch (IOException e) {
            // A broken pipe is a cut line too.
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(CUT);
    }
}
