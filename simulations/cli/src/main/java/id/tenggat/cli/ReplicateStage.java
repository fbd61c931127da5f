package id.tenggat.cli;

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
record ReplicateStage(Question question, Screen screen, OutputOptions output) {

    private static final String FILE = "replications.json";

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
        Replications.Question asked = new Replications.Question(
                question.whole(), question.slice(), Recordings.run(question, Engine.simulator()));
        return new Replications(asked, (nowNs, events) -> !interruption.isRequested(), progress(options.count()))
                .run(options.count(), options.threads());
    }

    private Progress progress(int count) {
        AtomicInteger ended = new AtomicInteger();
        return number -> screen.progress(
                "replicating %s  %d of %d".formatted(question.whole().name(), ended.incrementAndGet(), count));
    }

    private static Path write(Path file, String json) {
        try {
            return Files.writeString(file, json);
        } catch (IOException e) {
            throw new InputException(file + ": can't be written (" + e + "); name another place with --out");
        }
    }
}
