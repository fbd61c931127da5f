package id.tenggat.verdict;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How a run is judged. */
public enum Status {
    /** Every objective that could be judged holds. */
    PASS(0),
    /** An objective was missed. */
    FAIL(1),
    /** The measurement itself is not to be trusted, whatever it says; or it tells too little to decide. */
    INVALID(3);

    private final int exitStatus;

    Status(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /**
     * A measurement that is not to be trusted is INVALID whatever it says. Otherwise missed objectives beat undecided ones, and
     * those beat all that hold.
     */
    static Status of(List<? extends JudgedObjective> rows, List<String> doubts) {
        Set<Outcome> outcomes = rows.stream().map(JudgedObjective::outcome).collect(Collectors.toSet());
        if (!doubts.isEmpty()) {
            return INVALID;
        } else if (outcomes.contains(Outcome.MISSED)) {
            return FAIL;
        }
        return outcomes.contains(Outcome.UNDECIDED) ? INVALID : PASS;
    }

    /** Exit status of the process that gives this verdict. */
    public int exitStatus() {
        return exitStatus;
    }
}
