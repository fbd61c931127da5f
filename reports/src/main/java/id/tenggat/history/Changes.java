package id.tenggat.history;

import id.tenggat.history.Change.Direction;
import id.tenggat.statistics.ChangePoints;

import java.util.List;

/**
 * Where the numbers of a history have changed.
 *
 * @param search by which the changes were found
 */
public record Changes(ChangePoints search, List<OfSetup> setups) {

    /**
     * The changes of one setup.
     *
     * @param changes the worst first
     */
    public record OfSetup(SetupHistory history, List<Change> changes) {
        public OfSetup {
            changes = List.copyOf(changes);
        }
    }

    public Changes {
        setups = List.copyOf(setups);
    }

    /** Searches a history. */
    public static Changes in(History history, ChangePoints search) {
        return new Changes(
                search,
                history.setups().stream()
                        .map(setup -> new OfSetup(setup, setup.changes(search)))
                        .toList());
    }

    /** Those by which a figure has become worse and has not changed since. */
    public List<Change> worseNow() {
        return setups.stream()
                .flatMap(setup -> setup.changes().stream())
                .filter(change -> change.newest() && change.direction() == Direction.WORSE)
                .toList();
    }
}
