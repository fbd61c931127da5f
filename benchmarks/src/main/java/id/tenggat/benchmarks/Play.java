package id.tenggat.benchmarks;

import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.Outcome;
import id.tenggat.capacity.Simulator;
import id.tenggat.capacity.Watch;
import id.tenggat.recording.Host;
import id.tenggat.recording.IntervalLength;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;
import id.tenggat.recording.RunStatus;
import id.tenggat.recording.ScratchFolder;

import java.time.Instant;
import java.util.List;

/** The product's own engine, from a scenario to the end of its recording: what {@code tenggat simulate} does. */
final class Play {

    private Play() {}

    /** Plays a question into a recording in a directory that is deleted afterwards. */
    static Outcome recorded(Question question) {
        Schedule schedule = Schedule.of(question.scenario());
        try (ScratchFolder scratch = ScratchFolder.named("tenggat-benchmarks");
                RecordingWriter writer = RecordingWriter.create(scratch.path(), schedule, run(question))) {
            Outcome outcome = new Simulator(schedule, writer, Watch.NOBODY).run();
            writer.finish(outcome.audit(), RunStatus.COMPLETE, List.of());
            return outcome;
        }
    }

    /** What a recording of it must know. */
    static Run run(Question question) {
        return new Run(
                "simulator",
                question.text(),
                List.of(),
                IntervalLength.proposedNs(question.scenario()),
                0,
                Host.here(Instant.now(), "benchmark", "benchmark"));
    }

    /** Plays a question and keeps only what the engine itself counts. */
    static Outcome unrecorded(Question question) {
        return told(question, new QuietRecorder(IntervalLength.proposedNs(question.scenario())));
    }

    /** Plays a question and tells this recorder. */
    static Outcome told(Question question, Recorder recorder) {
        return new Simulator(Schedule.of(question.scenario()), recorder, Watch.NOBODY).run();
    }
}
