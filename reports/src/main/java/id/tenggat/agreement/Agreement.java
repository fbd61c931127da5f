package id.tenggat.agreement;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Status;
import id.tenggat.verdict.Trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether two recordings agree. Neither is asked who made it; the first one is what the second is held against.
 *
 * @param status PASS if every measure that could be judged lies within its tolerance, else FAIL; INVALID, before all else, if
 *     one of the recordings is not to be trusted
 * @param rows measures of the whole run, then of each step in the journey's order
 * @param parting where they part first; empty if they agree
 * @param notes what is different about their questions; empty if they are of the same
 * @param invalidReasons why one of them is not to be trusted; empty if both are
 */
public record Agreement(
        Status status,
        List<Compared> rows,
        Optional<Parting> parting,
        List<String> notes,
        List<String> invalidReasons) {

    public Agreement {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        invalidReasons = List.copyOf(invalidReasons);
    }

    /** Why two recordings can't be compared at all, in words; empty if they can. */
    public static Optional<String> obstacle(Recording first, Recording second) {
        return Twins.obstacle(first, second);
    }

    /**
     * Compares two recordings.
     *
     * @throws IllegalArgumentException if there is an obstacle
     */
    public static Agreement of(Recording first, Recording second) {
        obstacle(first, second).ifPresent(why -> {
            throw new IllegalArgumentException("the recordings can't be compared: " + why);
        });
        Twins twins = new Twins(first, second);
        Summary one = Summary.of(first);
        Summary other = Summary.of(second);
        List<Compared> rows = new Comparison(twins, one, other).rows();
        List<Compared> outside =
                rows.stream().filter(row -> row.likeness() == Likeness.OUTSIDE).toList();
        List<String> reasons = new ArrayList<>();
        addReasons(reasons, "[1]", first.provenance(), one);
        addReasons(reasons, "[2]", second.provenance(), other);
        return new Agreement(
                status(outside, reasons),
                rows,
                outside.isEmpty() ? Optional.empty() : new PartingSearch(twins).find(outside),
                twins.otherQuestions(),
                reasons);
    }

    private static void addReasons(List<String> reasons, String which, Provenance provenance, Summary summary) {
        Trust.doubts(provenance, summary).forEach(reason -> reasons.add(which + " " + reason));
    }

    private static Status status(List<Compared> outside, List<String> reasons) {
        if (!reasons.isEmpty()) {
            return Status.INVALID;
        }
        return outside.isEmpty() ? Status.PASS : Status.FAIL;
    }
}
