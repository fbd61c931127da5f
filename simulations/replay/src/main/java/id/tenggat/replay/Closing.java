package id.tenggat.replay;

import id.tenggat.recording.Audit;
import id.tenggat.recording.ServedBy;

import java.util.List;
import java.util.Optional;

/**
 * The other side of a replay, at its end.
 *
 * @param audit of its ledger, with the clients' receipts held against it; empty if it has none that could be asked
 * @param invalidReasons why its figures are not the model's; empty if they are
 * @param servedBy who did what beside the model; empty if that is not known
 */
public record Closing(Optional<Audit> audit, List<String> invalidReasons, Optional<ServedBy> servedBy) {
    public Closing {
        invalidReasons = List.copyOf(invalidReasons);
    }
}
