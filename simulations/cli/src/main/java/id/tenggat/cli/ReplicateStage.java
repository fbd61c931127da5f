package id.tenggat.cli;

import id.tenggat.capacity.Supervision;
import id.tenggat.cli.Recordings.Engine;
import id.tenggat.history.Entry;
import id.tenggat.history.History;
import id.tenggat.history.Setup;
import id.tenggat.recording.Recording;
import id.tenggat.replication.Replications;
import id.tenggat.replication.Replications.Progress;
import id.tenggat.report.EnsembleJson;
import id.tenggat.report.EnsembleText;
import id.tenggat.summary.Ensemble;
import id.tenggat.summary.Ensemble.Replication;
import id.tenggat.summary.Observation;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.EnsembleVerdict;
import id.tenggat.verdict.Looks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Simulates a question many times, and judges what all the runs say together. */
record ReplicateStage(Question question, Screen screen, OutputOptions output, Supervision limits) {

    private static final String FILE = "replications.json";

    /** @throws InputException if as many as run at the same time don't fit into memory together */
    void requireMemory(ReplicationOptions options, Interruption interruption) {
        int runs = Math.min(options.threads(), options.looks().most());
        Memory.require(question, runs, limits.watchedBy(at -> !interruption.isRequested()));
    }

    /**
     * Runs them, shows them, and writes {@code replications.json} into the directory; the exit status.
     *
     * @param first the first of them, recorded there
     * @param before runs of the same question, by which regressions are judged
     */
    int give(ReplicationOptions options, Interruption interruption, Recording first, Optional<History> before) {
        Judgement judgement = judgement(options, interruption, baseline(before, first));
        Ensemble ensemble = judgement.ensemble();
        EnsembleVerdict verdict = judgement.verdict();
        String json = EnsembleJson.of(ensemble, verdict);
        screen.print(output.json() ? json : EnsembleText.of(ensemble, verdict, screen.colour()));
        screen.say("replications: " + write(first.directory().resolveSibling(FILE), json));
        if (ensemble.isComplete()) {
            options.history().ifPresent(history -> append(history, first, ensemble));
        }
        screen.say("verdict: " + verdict.status());
        return verdict.status().exitStatus();
    }

    private static List<Observation> baseline(Optional<History> before, Recording first) {
        return before.map(history -> history.of(Setup.of(first.provenance()))).orElse(List.of());
    }

    private void append(Path history, Recording first, Ensemble ensemble) {
        List<Entry> runs = Observation.of(ensemble).stream()
                .map(run -> Entry.of(first, run, Optional.empty()))
                .toList();
        HistoryAppendCommand.append(history, runs, screen);
    }

    private record Judgement(Ensemble ensemble, EnsembleVerdict verdict) {}

    /** Of as many runs as it takes to decide. */
    private Judgement judgement(ReplicationOptions options, Interruption interruption, List<Observation> before) {
        Looks looks = options.looks();
        Replications replications = replications(options, interruption);
        List<Replication> runs = List.of();
        for (int size : looks.sizes()) {
            List<Replication> ended = runs;
            Ensemble ensemble = question.played(() -> replications.more(ended, size, options.threads()));
            EnsembleVerdict verdict = EnsembleJudge.judge(ensemble, looks.confidence(), before);
            if (size == looks.most() || verdict.isDecided() || !ensemble.isComplete()) {
                return new Judgement(ensemble, verdict);
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

    private static Path write(Path file, String json) {
        try {
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new InputException(file + ": can't be written (" + e + "); name another place with --out");
        }
    }
}
