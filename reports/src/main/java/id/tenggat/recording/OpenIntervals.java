package id.tenggat.recording;

import id.tenggat.scenario.OverflowException;
import id.tenggat.scenario.Words;
import id.tenggat.state.State;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The intervals that are not written yet, the oldest first. Those that were written are used again. */
final class OpenIntervals {

    private final Provenance provenance;
    private final long intervalNs;
    private final List<OpenInterval> open = new ArrayList<>();
    private final Deque<OpenInterval> free = new ArrayDeque<>();
    private int oldest;
    /** The interval that was asked for last: most often the one that is asked for next. */
    private OpenInterval recent;

    private long recentFromNs;
    private long recentUntilNs;

    OpenIntervals(Provenance provenance) {
        this.provenance = provenance;
        this.intervalNs = provenance.axis().intervalNs();
        this.recent = new OpenInterval(provenance);
        this.recentUntilNs = intervalNs;
        open.add(recent);
    }

    /** The interval that holds a time, or the oldest if that one is written already. */
    OpenInterval at(long ns) {
        if (ns < recentFromNs || ns >= recentUntilNs) {
            find(ns);
        }
        return recent;
    }

    private void find(long ns) {
        int interval = Math.max(oldest, indexAt(ns));
        while (open.size() <= interval - oldest) {
            open.add(free.isEmpty() ? new OpenInterval(provenance) : free.pop());
        }
        recent = open.get(interval - oldest);
        recentFromNs = interval == oldest ? 0 : interval * intervalNs;
        recentUntilNs = (interval + 1L) * intervalNs;
    }

    private int indexAt(long ns) {
        long interval = Math.floorDiv(ns, intervalNs);
        if (interval < 0) {
            throw new IllegalArgumentException("a time must not lie before the beginning, found " + ns + " ns");
        }
        if (interval > Recorder.MAX_INTERVALS) {
            throw new OverflowException("a run may last %,d intervals of %s, but something happens after %s"
                    .formatted(Recorder.MAX_INTERVALS, Words.durationNs(intervalNs), Words.durationNs(ns)));
        }
        return (int) interval;
    }

    /** Hands every interval that ends by a time to the writer, in order, and forgets it. */
    void closeUntil(long ns, ObjIntConsumer<OpenInterval> writer) {
        int end = indexAt(ns);
        while (oldest < end) {
            find(oldest * intervalNs);
            closeOldest(writer);
        }
    }

    /** Into those of a run that has told nothing yet. */
    void carry(State state) {
        oldest = state.index(oldest, Recorder.MAX_INTERVALS);
        int count = state.count(open.size(), Long.BYTES);
        while (open.size() < count) {
            open.add(new OpenInterval(provenance));
        }
        open.subList(count, open.size()).clear();
        open.forEach(interval -> interval.carry(state));
        recentUntilNs = 0;
    }

    /** Hands over all that are left. */
    void closeAll(ObjIntConsumer<OpenInterval> writer) {
        while (!open.isEmpty()) {
            closeOldest(writer);
        }
    }

    private void closeOldest(ObjIntConsumer<OpenInterval> writer) {
        OpenInterval closed = open.remove(0);
        writer.accept(closed, oldest++);
        closed.clear();
        free.push(closed);
        recentUntilNs = 0;
    }
}
