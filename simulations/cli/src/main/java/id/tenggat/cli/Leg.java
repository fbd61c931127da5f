package id.tenggat.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The part of a simulation that is played: from a snapshot or from its beginning, until an instant or to its end.
 *
 * @param from the snapshot that it begins from
 * @param until the instant at which it stops
 */
record Leg(Optional<Snapshot> from, Optional<Instant> until) {

    /** From the beginning to the end. */
    static final Leg WHOLE = new Leg(Optional.empty(), Optional.empty());

    /**
     * The leg between these two.
     *
     * @throws InputException if the snapshot does not serve the question, or nothing lies between
     */
    static Leg between(Optional<Snapshot> from, Optional<Instant> until) {
        Leg leg = new Leg(from.map(Snapshot::requireUse), until);
        leg.goingOn().ifPresent(leg::requireAfter);
        return leg;
    }

    private void requireAfter(Snapshot snapshot) {
        Instant stands = snapshot.label().instant();
        if (until.isPresent() && !until.get().isAfter(stands)) {
            throw new InputException("--stop-at must lie after the instant of "
                    + snapshot.file().file() + ", " + snapshot.question().onCalendar(stands));
        }
    }

    /** A leg of which its snapshot hands over no more than the crowd. */
    static Leg ofCrowd(Optional<Snapshot> from) {
        return new Leg(from, Optional.empty());
    }

    /**
     * Refuses to begin or end every one of many runs so.
     *
     * @throws InputException if a snapshot is to be read or written
     */
    void requireNoSnapshots() {
        if (!equals(WHOLE)) {
            throw new InputException(
                    "--replications are whole runs, each with other draws: leave out --from and --stop-at");
        }
    }

    /** True if it begins or ends between two events. */
    boolean isStepByStep() {
        return until.isPresent() || goingOn().isPresent();
    }

    /** The snapshot of a run that goes on. */
    Optional<Snapshot> goingOn() {
        return from.filter(Snapshot::goesOn);
    }

    /** Where the snapshot of a run lies that is recorded in this directory. */
    static Path snapshot(Path recording) {
        return recording.resolveSibling(recording.getFileName() + ".snapshot");
    }
}
