package id.tenggat.cli;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Host;
import id.tenggat.recording.IntervalLength;
import id.tenggat.recording.Provenance.AdapterUsed;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;
import id.tenggat.scenario.read.AdapterFile;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Begins recordings. */
final class Recordings {

    private Recordings() {}

    /** A recording of a question's schedule by an engine. */
    static RecordingWriter begin(Path directory, Question question, Schedule schedule, Engine engine) {
        RecordingWriter writer = RecordingWriter.create(directory, schedule, run(question, engine));
        if (engine.keepsAttempts()) {
            writer.keepAttempts();
        }
        return writer;
    }

    /** What a recording must know of a run that begins now. */
    static Run run(Question question, Engine engine) {
        Run run = new Run(
                engine.name(),
                question.file().text(),
                question.roundings(),
                IntervalLength.proposedNs(question.scenario()),
                engine.slipP99LimitNs(),
                engine.host(question),
                question.file().measured());
        return engine.adapter().map(run::by).orElse(run);
    }

    /** True if a recording was begun in this directory. */
    static boolean isThere(Path directory) {
        return Files.exists(directory.resolve("provenance.json"));
    }

    /**
     * What records.
     *
     * @param options that repeat it, beside the question's
     * @param adapter what tells the journey to a system of the user's own
     * @param keepsAttempts whether every attempt becomes a row
     */
    record Engine(
            String name, long slipP99LimitNs, String options, Optional<AdapterUsed> adapter, boolean keepsAttempts) {

        /** The name of the engine in virtual time. */
        static final String SIMULATOR = "simulate";

        /** The name of the live one. */
        static final String LIVE = "replay";

        static Engine simulator() {
            return new Engine(SIMULATOR, 0, "", Optional.empty(), false);
        }

        static Engine injector(long slipP99LimitNs) {
            return new Engine(LIVE, slipP99LimitNs, "", Optional.empty(), false);
        }

        /** The same, keeping every attempt if that is asked for. */
        Engine with(AttemptsOption attempts) {
            String more = attempts.words().stream().map(word -> " " + word).collect(Collectors.joining());
            return new Engine(name, slipP99LimitNs, options + more, adapter, attempts.isAsked());
        }

        /** The same against a system of the user's own. */
        Engine against(URI target, AdapterFile file) {
            AdapterUsed used = new AdapterUsed(file.path().toString(), file.digest());
            String more = " --target " + target + " --adapter " + file.path();
            return new Engine(name, slipP99LimitNs, options + more, Optional.of(used), keepsAttempts);
        }

        Host host(Question question) {
            Host here = Host.here(Instant.now(), command(question), Version.text());
            return name.equals(LIVE) ? here.speaking(question.scenario().wire().words()) : here;
        }

        String command(Question question) {
            return "./tenggat " + name + " " + question.file().path() + " --seed "
                    + question.scenario().seed() + " --slice \"" + question.slice() + "\"" + options;
        }
    }
}
