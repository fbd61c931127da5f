package id.tenggat.cli;

import id.tenggat.history.History;
import id.tenggat.recording.Recording;
import id.tenggat.report.Asked;
import id.tenggat.verdict.Status;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The end of a command that made one recording.
 *
 * @param before runs by which regressions are judged
 */
record Verdicts(Screen screen, OutputOptions output, PipelineOptions pipeline, Asked asked, Optional<History> before) {

    /** Shows and judges the recording of this name in the directory, and writes the page there; the exit status. */
    int give(String label, Path directory, String recording) {
        Results results = new Results(screen, asked, before).add(label, directory.resolve(recording));
        results.show(output.json());
        boolean shown = results.givePage(directory.resolve("index.html"));
        return end(results, pipeline, screen, shown);
    }

    /**
     * Tells the pipeline, and says the verdict; the exit status.
     *
     * @param shown whether all could be written until now
     */
    static int end(Results results, PipelineOptions pipeline, Screen screen, boolean shown) {
        boolean told = pipeline.tell(results.judged(), screen);
        return end(results.status(), screen, shown && told);
    }

    /** Says the verdict, whatever could be written of it; the exit status. */
    static int end(Status status, Screen screen, boolean written) {
        screen.say("verdict: " + status);
        return exitStatus(status, written);
    }

    /** That of the verdict; but where not all could be written that was asked for, only INVALID stays what it is. */
    private static int exitStatus(Status status, boolean written) {
        return written || status == Status.INVALID ? status.exitStatus() : Faults.BAD_INPUT;
    }

    /** Writes the page of the recording of this name, and shows nothing: more than one run is to be judged. */
    Recording write(String label, Path directory, String recording) {
        Results results = new Results(screen, Asked.NOTHING, before).add(label, directory.resolve(recording));
        screen.say("report of the first run: " + results.writePage(directory.resolve("index.html")));
        return results.judged().get(0).recording();
    }
}
