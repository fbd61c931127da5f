package id.tenggat.cli;

import id.tenggat.capacity.Supervision;
import id.tenggat.cli.Recordings.Engine;
import id.tenggat.history.Entry;
import id.tenggat.history.History;
import id.tenggat.history.HistoryException;
import id.tenggat.history.Setup;
import id.tenggat.recording.Recording;
import id.tenggat.replication.Replications;
import id.tenggat.replication.Replications.Progress;
import id.tenggat.report.EnsembleJson;
import id.tenggat.report.EnsembleText;
import id.tenggat.report.Replicated;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Observation;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.EnsembleVerdict;
import id.tenggat.verdict.Looks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Simulates a question many times, and judges what all the runs say together. */
record ReplicateStage(Question question, Screen screen, Told told, Supervision limits) {

    private static final String FILE = "replications.json";

    /** Whom it is told, and how. */
    record Told(OutputOptions output, PipelineOptions pipeline) {}

    /** @throws InputException if as many as run at the same time don't fit into memory together */
    void requireMemory(ReplicationOptions options, Interruption interruption) {
        int runs = Math.min(options.threads(), options.looks().most());
        Memory.require(question, runs, limits.watchedBy(at -> !interruption.isRequested()));
    }

    /**
     * Runs them, shows them, writes {@code replications.json} into the directory and the history, and tells the pipeline: as
     * much of it as can be written; the exit status.
     *
     * @param first the first of them, recorded there
     * @param before runs of the same question, by which regressions are judged
     */
    int give(ReplicationOptions options, Interruption interruption, Recording first, Optional<History> before) {
        Replicated answer = answer(options, interruption, first, baseline(before, first));
        String json = EnsembleJson.of(answer);
        screen.print(told.output().json() ? json : EnsembleText.of(answer, screen.colour()));
        boolean written = write(first.directory().resolveSibling(FILE), json);
        if (answer.ensemble().isComplete() && options.history().isPresent()) {
            written &= append(options.history().get(), answer);
        }
        written &= told.pipeline().tell(List.of(answer), screen);
        return Verdicts.end(answer.verdict().status(), screen, written);
    }

    private static List<Observation> baseline(Optional<History> before, Recording first) {
        return before.map(history -> history.of(Setup.of(first.provenance()))).orElse(List.of());
    }

    /** False if it can't be written, which a line tells. */
    private boolean append(Path history, Replicated answer) {
        List<Entry> runs = Observation.of(answer.ensemble()).stream()
                .map(run -> Entry.of(answer.recording(), run, Optional.empty()))
                .toList();
        try {
            HistoryAppendCommand.append(history, runs, screen);
            return true;
        } catch (HistoryException e) {
            screen.say(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Of as many runs as it takes to decide. */
    private Replicated answer(
            ReplicationOptions options, Interruption interruption, Recording first, List<Observation> before) {
        Looks looks = options.looks();
        Replications replications = replications(options, interruption);
        List<Replication> runs = List.of();
        int taken = 0;
        for (int size : looks.sizes()) {
            List<Replication> ended = runs;
            Ensemble ensemble = question.played(() -> replications.more(ended, size, options.threads()));
            EnsembleVerdict verdict = EnsembleJudge.judge(ensemble, looks.confidence(), before);
            taken++;
            if (size == looks.most() || verdict.isDecided() || !ensemble.isComplete()) {
                return new Replicated(first, ensemble, verdict, taken, before.size());
            }
            runs = ensemble.runs();
        }
        throw new IllegalStateException("the last look must end the search: " + looks);
    }

    private Replications replications(ReplicationOptions options, Interruption interruption) {
        Supervision supervision = limits.watchedBy(at -> !interruption.isRequested());
        Replications.Question asked = new Replications.Question(
                question.whole(), question.slice(), Recordings.run(question, Engine.simulator()));
        return new Replications(asked, supervision, progress(options));
    }

    /** While the first of each thread run, nothing is known of how long one takes. */
    private Progress progress(ReplicationOptions options) {
        AtomicInteger ended = new AtomicInteger();
        long startNs = System.nanoTime();
        return number -> {
            int done = ended.incrementAndGet();
            int most = options.looks().most();
            double share = done < options.threads() ? 0 : (double) done / most;
            screen.progress("replicating %s  %d of %d%s"
                    .formatted(question.whole().name(), done, most, TimeLeft.of(share, System.nanoTime() - startNs)));
        };
    }

    /** False if it can't be written, which a line tells. */
    private boolean write(Path file, String json) {
        boolean written = PipelineFile.anew(file, json).write(screen);
        if (written) {
            screen.say("replications: " + file);
        }
        return written;
    }
}
