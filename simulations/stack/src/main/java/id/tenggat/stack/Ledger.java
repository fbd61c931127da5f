package id.tenggat.stack;

import id.tenggat.recording.Audit;
import id.tenggat.stamping.SerialNumber;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps what is owed: payments, quota, serial numbers, submissions. Called from one thread, on which its stages complete;
 * they may complete later than the call, and exceptionally if an entry can't be kept.
 */
interface Ledger {

    /**
     * The serial number that a stamp step's document will carry, the same at every call; empty if the applicant has no stamp
     * left. Uses no quota: an allotted number that is never entered was never issued.
     */
    CompletionStage<Optional<SerialNumber>> allot(Entry entry);

    /** Enters a step as done. */
    CompletionStage<Receipt> enter(Entry entry);

    /** What it holds now. */
    CompletionStage<Audit> audit();
}
