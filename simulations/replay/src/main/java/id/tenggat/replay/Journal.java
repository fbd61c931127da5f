package id.tenggat.replay;

import id.tenggat.policy.AbortWatch;
import id.tenggat.policy.AbortWatch.End;
import id.tenggat.policy.AbortWatch.Fired;
import id.tenggat.policy.AbortWatch.Seen;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.Recorder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The recorder as all of Gatling's threads may use it, until it is closed: what is told afterwards came too late. Counts
 * along for whoever watches.
 */
final class Journal {

    private final Recorder recorder;
    private final AbortWatch watch;
    private final Receipts receipts = new Receipts();
    /** When the attempts were due that were sent and have no fate yet, and how many at each instant. */
    private final ConcurrentSkipListMap<Long, Integer> held = new ConcurrentSkipListMap<>();

    /** Attempts that were sent and have no fate yet. */
    private final LongAdder underWay = new LongAdder();

    private final Silence silence = new Silence();

    private volatile boolean closed;
    private long inside;
    private long ended;
    private long sent;

    /** One that nobody watches. */
    Journal(Recorder recorder) {
        this(recorder, new AbortWatch(List.of(), List.of()));
    }

    Journal(Recorder recorder, AbortWatch watch) {
        this.recorder = recorder;
        this.watch = watch;
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

    /**
     * An attempt that was due then is sent now; its fate will be told, unless the journal is closed before. Until then its
     * interval stays open: it may wait in a room for longer than any timeout.
     */
    void sent(long dueNs) {
        underWay.increment();
        held.merge(dueNs, 1, Integer::sum);
    }

    /** A call found a connection, whatever became of it. */
    void reached() {
        silence.broken();
    }

    /** A call found none. */
    void unreached(long atNs) {
        silence.goesOn(atNs);
    }

    /** Why the run stops, if nothing was reached for too long. */
    Optional<String> silence(long nowNs) {
        return closed ? Optional.empty() : silence.tooLong(nowNs);
    }

    synchronized void attempt(int step, Fate fate, Stamps stamps) {
        if (!closed) {
            if (fate != Fate.ABANDONED) {
                sent++;
                underWay.decrement();
                held.computeIfPresent(stamps.dueNs(), (due, count) -> count == 1 ? null : count - 1);
                watch.ended(seen(step, fate, stamps), stamps.doneNs());
            }
            recorder.attempt(step, fate, stamps.dueNs(), stamps.sentNs(), stamps.doneNs());
        }
    }

    private static Seen seen(int step, Fate fate, Stamps stamps) {
        End end =
                switch (fate) {
                    case SERVED -> End.SERVED;
                    case REJECTED -> End.REJECTED;
                    case TIMED_OUT -> End.TIMED_OUT;
                    case FAILED, ABANDONED -> End.FAILED;
                };
        return new Seen(step, end, stamps.doneNs() - stamps.dueNs(), stamps.sentNs() - stamps.dueNs());
    }

    /** The abort rule that fires by now, if one does. */
    synchronized Optional<Fired> abort(long nowNs) {
        return closed ? Optional.empty() : watch.at(nowNs, inside);
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

    /** What the injector measured of itself. */
    synchronized void injector(InjectorSecond second) {
        if (!closed) {
            recorder.injector(second);
        }
    }

    /** Nothing before this time will be told any more but of attempts that were sent by now. */
    synchronized void advanceTo(long nowNs) {
        if (!closed) {
            Map.Entry<Long, Integer> first = held.firstEntry();
            recorder.advanceTo(first == null ? nowNs : Math.min(nowNs, first.getKey()));
        }
    }

    /** Nothing is recorded any more. */
    synchronized void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** How many attempts were sent whose fate is not recorded, yet or for ever. */
    long underWay() {
        return underWay.sum();
    }

    synchronized Progress progress(long nowNs) {
        return new Progress(nowNs, inside, ended, sent, Optional.empty());
    }

    /** When an attempt was due, sent and done: engine nanoseconds. */
    record Stamps(long dueNs, long sentNs, long doneNs) {}
}
