package id.tenggat.agreement;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Provenance;
import id.tenggat.recording.Provenance.Axis;
import id.tenggat.recording.Recording;
import id.tenggat.recording.StepRow;
import id.tenggat.recording.TimelineRow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Two recordings over the same intervals and steps. */
record Twins(Recording first, Recording second) {

    /** Why they can't be compared at all, in words; empty if they can. */
    static Optional<String> obstacle(Recording first, Recording second) {
        Provenance one = first.provenance();
        Provenance other = second.provenance();
        if (!stepNames(one).equals(stepNames(other))) {
            return Optional.of("their journeys have other steps: " + String.join(", ", stepNames(one))
                    + " in the first, " + String.join(", ", stepNames(other)) + " in the second");
        } else if (!clock(one.axis()).equals(clock(other.axis()))) {
            return Optional.of("their intervals are not the same: " + clock(one.axis()) + " in the first, "
                    + clock(other.axis()) + " in the second");
        }
        return Optional.empty();
    }

    private static List<String> stepNames(Provenance provenance) {
        return provenance.steps().stream().map(Provenance.Step::name).toList();
    }

    private static String clock(Axis axis) {
        return "%s s from %s at time-lapse %s".formatted(axis.intervalSeconds(), axis.origin(), axis.timeLapse());
    }

    /** What is different about their questions, so that nobody wonders: one line each. */
    List<String> otherQuestions() {
        List<String> notes = new ArrayList<>();
        note(notes, "seeds", provenance -> provenance.subject().seed());
        note(
                notes,
                "scenario files",
                provenance -> provenance.subject().sha256().substring(0, 12));
        note(notes, "slices", provenance -> provenance.part().slice());
        return notes;
    }

    private void note(List<String> notes, String what, Function<Provenance, Object> part) {
        Object one = part.apply(first.provenance());
        Object other = part.apply(second.provenance());
        if (!Objects.equals(one, other)) {
            notes.add("not of one question: their " + what + " are " + one + " and " + other);
        }
    }

    List<String> steps() {
        return stepNames(first.provenance());
    }

    Axis axis() {
        return first.provenance().axis();
    }

    /** Intervals that the longer one has. */
    int intervals() {
        return Math.max(first.timeline().size(), second.timeline().size());
    }

    /** Intervals that both have. */
    int commonIntervals() {
        return Math.min(first.timeline().size(), second.timeline().size());
    }

    /** The last instant of an interval. */
    Instant endOf(int interval) {
        return axis().startOf(interval + 1);
    }

    /** Who has completed by the end of each interval, of all due. */
    double[] completed(Recording recording) {
        double due = Math.max(1, recording.provenance().due().applicants());
        long[] counts = new long[intervals()];
        for (TimelineRow row : recording.timeline()) {
            counts[row.interval()] = row.endings().of(Ending.COMPLETED);
        }
        return LongStream.of(added(counts)).mapToDouble(count -> count / due).toArray();
    }

    /** Attempts of a step that have met a fate by the end of each interval. */
    long[] fates(Recording recording, int step, Fate fate) {
        long[] counts = new long[intervals()];
        for (StepRow row : recording.steps()) {
            if (row.step() == step) {
                counts[row.interval()] = row.fates().of(fate);
            }
        }
        return added(counts);
    }

    private static long[] added(long[] counts) {
        long[] sums = counts.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** Everybody whose journey the first one could see. */
    long applicants() {
        return first.provenance().due().applicants();
    }
}
