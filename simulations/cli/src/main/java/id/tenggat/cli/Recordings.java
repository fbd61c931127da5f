package id.tenggat.cli;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Host;
import id.tenggat.recording.IntervalLength;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Begins recordings. */
final class Recordings {

    private Recordings() {}

    /** A recording of a question's schedule by an engine. */
    static RecordingWriter begin(Path directory, Question question, Schedule schedule, Engine engine) {
        return RecordingWriter.create(directory, schedule, run(question, engine));
    }

    /** What a recording must know of a run that begins now. */
    static Run run(Question question, Engine engine) {
        return new Run(
                engine.name(),
                question.file().text(),
                question.roundings(),
                IntervalLength.proposedNs(question.scenario()),
                engine.slipP99LimitNs(),
                Host.here(Instant.now(), engine.command(question), Version.text()),
                question.file().measured());
    }

    /** True if a recording was begun in this directory. */
    static boolean isThere(Path directory) {
        return Files.exists(directory.resolve("provenance.json"));
    }

    /** What records. */
    record Engine(String name, long slipP99LimitNs) {

        static Engine simulator() {
            return new Engine("simulate", 0);
        }

        static Engine injector(long slipP99LimitNs) {
            return new Engine("replay", slipP99LimitNs);
        }

        String command(Question question) {
            return "./tenggat " + name + " " + question.file().path() + " --seed "
                    + question.scenario().seed() + " --slice \"" + question.slice() + "\"";
        }
    }
}
