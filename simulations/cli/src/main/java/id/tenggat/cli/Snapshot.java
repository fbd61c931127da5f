package id.tenggat.cli;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.FastForward;
import id.tenggat.capacity.Simulator;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.scenario.Slice;
import id.tenggat.state.SnapshotFile;
import id.tenggat.state.SnapshotLabel;
import id.tenggat.state.State;

import java.nio.file.Path;
import java.time.Instant;

/** A snapshot of a question's scenario and seed: of the question itself, or of the whole that it is a slice of. */
record Snapshot(SnapshotFile file, Question question) {

    /**
     * Opens a snapshot.
     *
     * @throws InputException if it is of another scenario or seed
     */
    static Snapshot open(Path path, Question question) {
        Snapshot snapshot = new Snapshot(SnapshotFile.open(path), question);
        SnapshotLabel label = snapshot.label();
        if (!label.scenarioSha256().equals(question.file().digest())) {
            throw snapshot.refused("is of another scenario file than "
                    + question.file().path() + ", or of another text of it or of the measured times that it names:"
                    + " make it anew with --stop-at");
        }
        if (label.seed() != question.scenario().seed()) {
            throw snapshot.refused("is of seed " + label.seed() + ", and this run has seed "
                    + question.scenario().seed() + ": say --seed " + label.seed()
                    + ", or make it anew with --stop-at");
        }
        return snapshot;
    }

    /**
     * Writes a snapshot.
     *
     * @param played what stands between two events, at this instant
     */
    static void write(Path path, Question question, Instant instant, Played played) {
        Schedule schedule = played.schedule();
        SnapshotLabel label = new SnapshotLabel(
                question.file().digest(),
                question.scenario().seed(),
                question.slice().toString(),
                schedule.digest(),
                question.scenario().timeline().nsAt(instant),
                instant);
        SnapshotFile.write(path, label, state -> {
            schedule.crowd().carried(state);
            played.carry(state);
        });
    }

    /** A run, and what it is recorded by. */
    record Played(Schedule schedule, Simulator simulator, RecordingWriter writer) {
        void carry(State state) {
            simulator.carry(state);
            writer.carry(state);
        }
    }

    SnapshotLabel label() {
        return file.label();
    }

    /** True if it is of the question itself: the run goes on. */
    boolean goesOn() {
        return label().slice().equals(question.slice().toString());
    }

    /**
     * This snapshot, of which the question can take its crowd, or with which it can go on.
     *
     * @throws InputException if it is of another slice, or of another instant
     */
    Snapshot requireUse() {
        return goesOn() ? this : requireCrowd();
    }

    /**
     * This snapshot, which is of the whole at the first instant of the question's window.
     *
     * @throws InputException if it isn't
     */
    Snapshot requireCrowd() {
        Instant first = question.slice()
                .window()
                .map(window -> window.from(question.whole().calendar()))
                .orElseThrow(() -> refused("is " + found() + ", and " + question.part()
                        + " has no window that could begin there: add --slice"));
        boolean fits = label().slice().equals(Slice.WHOLE.toString())
                && label().instant().equals(first);
        if (!fits) {
            throw refused("is " + found() + ", and " + question.part() + " needs one of the whole scenario at "
                    + question.onCalendar(first) + ": make it with --stop-at " + question.onCalendar(first));
        }
        return this;
    }

    private String found() {
        String part = label().slice().equals(Slice.WHOLE.toString()) ? "the whole scenario" : label().slice();
        return "of " + part + " at " + question.onCalendar(label().instant());
    }

    /** Who is inside when the question's schedule begins. */
    Crowd crowd() {
        return file.readBeginning(state -> {
            Crowd ofSnapshot = Crowd.NOBODY.carried(state);
            if (goesOn()) {
                return ofSnapshot;
            }
            requireSame(Schedule.of(question.whole()));
            return FastForward.crowd(question.whole(), question.slice(), state);
        });
    }

    /** Carries the run back into a simulator and a recording that were just made. */
    void goOn(Played fresh) {
        requireSame(fresh.schedule());
        file.read(state -> {
            Crowd.NOBODY.carried(state);
            fresh.carry(state);
        });
    }

    private void requireSame(Schedule schedule) {
        if (!schedule.digest().equals(label().scheduleDigest())) {
            throw refused("is of another schedule: the scenario's regencies, or this program, have changed since;"
                    + " make it anew with --stop-at");
        }
    }

    private InputException refused(String why) {
        return new InputException(file.file() + ": " + why);
    }
}
