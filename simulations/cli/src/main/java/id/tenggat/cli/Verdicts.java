package id.tenggat.cli;

import id.tenggat.history.History;
import id.tenggat.report.Asked;
import id.tenggat.verdict.Status;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The end of a command that made one recording.
 *
 * @param before runs by which regressions are judged
 */
record Verdicts(Screen screen, OutputOptions output, Asked asked, Optional<History> before) {

    Verdicts(Screen screen, OutputOptions output) {
        this(screen, output, Asked.NOTHING, Optional.empty());
    }

    /** Shows and judges the recording of this name in the directory, and writes the page there; the exit status. */
    int give(String label, Path directory, String recording) {
        Results results = new Results(screen, asked, before).add(label, directory.resolve(recording));
        results.show(output.json());
        Status status = results.status();
        try {
            screen.say("report: " + results.writePage(directory.resolve("index.html")));
        } catch (InputException full) {
            screen.say(String.valueOf(full.getMessage()));
            screen.say("verdict: " + status);
            return status == Status.INVALID ? status.exitStatus() : Faults.BAD_INPUT;
        }
        screen.say("verdict: " + status);
        return status.exitStatus();
    }

    /** Writes the page of the recording of this name, and shows nothing: more than one run is to be judged. */
    void write(String label, Path directory, String recording) {
        Results results = new Results(screen).add(label, directory.resolve(recording));
        screen.say("report of the first run: " + results.writePage(directory.resolve("index.html")));
    }
}
