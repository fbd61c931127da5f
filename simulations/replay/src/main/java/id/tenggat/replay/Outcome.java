package id.tenggat.replay;

import id.tenggat.recording.Fate;

import java.util.Optional;

/**
 * What became of an attempt.
 *
 * @param retryAfterNs how long the client was told to wait before the next; 0 if it was told nothing
 * @param doneNs when that was known: engine time
 * @param receipt a number to hold against the stack's ledger
 */
record Outcome(Fate fate, long retryAfterNs, long doneNs, Optional<String> receipt) {

    static Outcome of(Fate fate, long doneNs) {
        return new Outcome(fate, 0, doneNs, Optional.empty());
    }

    /** Of whoever got no answer to read: nobody answered in time, or the connection broke, or what came made no sense. */
    static Outcome withoutAnswer(Reply reply, long doneNs) {
        return of(reply instanceof Reply.TimedOut ? Fate.TIMED_OUT : Fate.FAILED, doneNs);
    }
}
