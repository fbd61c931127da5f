package id.tenggat.cli;

import id.tenggat.capacity.Supervision;
import id.tenggat.cli.Recordings.Engine;
import id.tenggat.replication.Replications;
import id.tenggat.replication.Replications.Progress;
import id.tenggat.report.EnsembleJson;
import id.tenggat.report.EnsembleText;
import id.tenggat.summary.Ensemble;
import id.tenggat.verdict.EnsembleJudge;
import id.tenggat.verdict.Status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Simulates a question many times, and judges what all the runs say together. */
record ReplicateStage(Question question, Screen screen, OutputOptions output, Supervision limits) {

    private static final String FILE = "replications.json";

    /** @throws InputException if as many as run at the same time don't fit into memory together */
    void requireMemory(ReplicationOptions options, Interruption interruption) {
        int runs = Math.min(options.threads(), options.count());
        Memory.require(question, runs, limits.watchedBy(at -> !interruption.isRequested()));
    }

    /** Runs them, shows them, and writes {@code replications.json} into the directory; the exit status. */
    int give(ReplicationOptions options, Interruption interruption, Path directory) {
        Ensemble ensemble = run(options, interruption);
        String json = EnsembleJson.of(ensemble);
        screen.print(output.json() ? json : EnsembleText.of(ensemble, screen.colour()));
        screen.say("replications: " + write(directory.resolve(FILE), json));
        Status status = EnsembleJudge.judge(ensemble).status();
        screen.say("verdict: " + status);
        return status.exitStatus();
    }

    private Ensemble run(ReplicationOptions options, Interruption interruption) {
        Supervision supervision = limits.watchedBy(at -> !interruption.isRequested());
        Replications.Question asked = new Replications.Question(
                question.whole(), question.slice(), Recordings.run(question, Engine.simulator()));
        Replications replications = new Replications(asked, supervision, progress(options));
        return question.played(() -> replications.run(options.count(), options.threads()));
    }

    /** While the first of each thread run, nothing is known of how long one takes. */
    private Progress progress(ReplicationOptions options) {
        AtomicInteger ended = new AtomicInteger();
        long startNs = System.nanoTime();
        return number -> {
            int done = ended.incrementAndGet();
            double share = done < options.threads() ? 0 : (double) done / options.count();
            screen.progress("replicating %s  %d of %d%s"
                    .formatted(
                            question.whole().name(),
                            done,
                            options.count(),
                            TimeLeft.of(share, System.nanoTime() - startNs)));
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
