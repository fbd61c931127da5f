package id.tenggat.replay;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recorder;

import java.util.stream.Stream;

/**
 * The recorder as all of Gatling's threads may use it, until it is closed: what is told afterwards came too late. Counts
 * along for whoever watches.
 */
final class Journal {

    private final Recorder recorder;
    private final Receipts receipts = new Receipts();
    private boolean closed;
    private long inside;
    private long ended;
    private long sent;

    Journal(Recorder recorder) {
        this.recorder = recorder;
    }

    synchronized void cameIn(int regency, boolean wasInside, long atNs) {
        if (closed) {
            return;
        }
        inside++;
        if (wasInside) {
            recorder.carriedIn(regency);
        } else {
            recorder.arrived(regency, atNs);
        }
    }

    synchronized void begun(int step, long atNs) {
        if (!closed) {
            recorder.begun(step, atNs);
        }
    }

    synchronized void attempt(int step, Fate fate, Stamps stamps) {
        if (!closed) {
            sent += fate == Fate.ABANDONED ? 0 : 1;
            recorder.attempt(step, fate, stamps.dueNs(), stamps.sentNs(), stamps.doneNs());
        }
    }

    synchronized void ended(int regency, Ending ending, long atNs) {
        if (!closed) {
            inside--;
            ended++;
            recorder.ended(regency, ending, atNs);
        }
    }

    /** An applicant was given a number to hold against the ledger. */
    synchronized void receipt(int step, int applicant, String number) {
        if (!closed) {
            receipts.hold(step, applicant, number);
        }
    }

    /** How many receipts the ledger of these lines does not know. */
    synchronized long receiptsUnknownTo(Stream<String> ledger) {
        return receipts.unknownTo(ledger);
    }

    synchronized void advanceTo(long nowNs) {
        if (!closed) {
            recorder.advanceTo(nowNs);
        }
    }

    /** Nothing is recorded any more. */
    synchronized void close() {
        closed = true;
    }

    synchronized Progress progress(long nowNs) {
        return new Progress(nowNs, inside, ended, sent);
    }

    /** When an attempt was due, sent and done: engine nanoseconds. */
    record Stamps(long dueNs, long sentNs, long doneNs) {}
}
