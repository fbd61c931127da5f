package id.tenggat.capacity;

import id.tenggat.state.State;

import java.util.Arrays;

/**
 * The requests that are in the stack or waited for, a slot each, as a struct of arrays. A slot's stamp changes when it is
 * freed, so that events that were meant for its former request are known by their old stamp.
 */
final class Requests implements NearEvents.Ties {

    static final int NONE = -1;
    static final long NEVER = Long.MAX_VALUE;

    /** What a slot takes in all arrays. */
    static final int BYTES_PER_SLOT = 86;

    int[] applicantSlot = new int[0];
    /** The applicant's number. */
    int[] applicant = new int[0];

    int[] step = new int[0];
    int[] attemptKey = new int[0];
    long[] dueNs = new long[0];
    long[] sentNs = new long[0];
    /** When its client gives up; {@link #NEVER} as long as it waits in a room. */
    long[] givesUpNs = new long[0];

    /** When it came where it is: into the waiting room, into the queue, or to its worker. */
    long[] startedNs = new long[0];
    /** When its worker will be done with it, while it is served; when it leaves the waiting room, while it is there. */
    long[] endNs = new long[0];
    /** Its rank in the station's queue. */
    long[] rank = new long[0];
    /** The client does not wait any more; also true of free slots. */
    boolean[] abandoned = new boolean[0];
    /** A third party fails it at the end of its service. */
    boolean[] fails = new boolean[0];
    /** Where it is. */
    Place[] place = new Place[0];
    /** Neighbours in the station's queue, among those served, or in a pool's line. */
    int[] before = new int[0];

    int[] after = new int[0];
    int[] stamp = new int[0];

    private int[] free = new int[0];
    private int freeCount;
    private int used;

    /** Where a request is. */
    enum Place {
        /** Waiting for a token in front of the station. */
        IN_ROOM,
        /** Let in, and will notice. */
        LET_IN,
        /** Let in, but will have left when it would notice. */
        MISSES_TURN,
        /** Waiting for a worker. */
        QUEUED,
        /** Held by a worker. */
        SERVING,
        /** Held by a worker with a connection of a pool. */
        CONNECTED,
        /** Nowhere, and no answer will come. */
        UNANSWERED;

        /** True if it is in a waiting room. */
        boolean isBeforeStation() {
            return this == IN_ROOM || this == LET_IN || this == MISSES_TURN;
        }
    }

    int add(int newApplicantSlot, int newApplicant, int newStep, int newAttemptKey) {
        int request = freeCount > 0 ? free[--freeCount] : unused();
        applicantSlot[request] = newApplicantSlot;
        applicant[request] = newApplicant;
        step[request] = newStep;
        attemptKey[request] = newAttemptKey;
        abandoned[request] = false;
        fails[request] = false;
        place[request] = Place.UNANSWERED;
        return request;
    }

    void remove(int request) {
        abandoned[request] = true;
        stamp[request]++;
        free[freeCount++] = request;
    }

    /** Applicant by applicant, then attempt by attempt: 27, 8 and 20 bits. */
    @Override
    public long of(int request) {
        return (long) applicant[request] << 32 | (long) step[request] << 24 | attemptKey[request];
    }

    /** When the oldest request was sent whose client still waits; the far end of time if nobody waits. Looks at every slot. */
    long oldestWaitedForNs() {
        long oldestNs = Long.MAX_VALUE;
        for (int request = 0; request < used; request++) {
            oldestNs = abandoned[request] ? oldestNs : Math.min(oldestNs, sentNs[request]);
        }
        return oldestNs;
    }

    /** Number of slots that were ever used: an upper bound of the slots to look at. */
    int used() {
        return used;
    }

    /** Number of requests that are somewhere. */
    int inUse() {
        return used - freeCount;
    }

    /** Into empty tables; neighbours are carried by their {@link Line}. */
    void carry(State state) {
        used = state.count(used, Long.BYTES);
        if (used > step.length) {
            grow(used);
        }
        state.of(applicantSlot, used);
        state.of(applicant, used);
        state.of(step, used);
        state.of(attemptKey, used);
        state.of(dueNs, used);
        state.of(sentNs, used);
        state.of(givesUpNs, used);
        state.of(startedNs, used);
        state.of(endNs, used);
        state.of(rank, used);
        state.of(abandoned, used);
        state.of(fails, used);
        state.of(place, used, Place.values());
        state.of(stamp, used);
        freeCount = state.index(freeCount, used + 1);
        state.of(free, freeCount);
    }

    private int unused() {
        if (used == step.length) {
            grow(Math.max(1024, used * 2));
        }
        return used++;
    }

    private void grow(int capacity) {
        applicantSlot = Arrays.copyOf(applicantSlot, capacity);
        applicant = Arrays.copyOf(applicant, capacity);
        step = Arrays.copyOf(step, capacity);
        attemptKey = Arrays.copyOf(attemptKey, capacity);
        dueNs = Arrays.copyOf(dueNs, capacity);
        sentNs = Arrays.copyOf(sentNs, capacity);
        givesUpNs = Arrays.copyOf(givesUpNs, capacity);
        startedNs = Arrays.copyOf(startedNs, capacity);
        endNs = Arrays.copyOf(endNs, capacity);
        rank = Arrays.copyOf(rank, capacity);
        abandoned = Arrays.copyOf(abandoned, capacity);
        fails = Arrays.copyOf(fails, capacity);
        place = Arrays.copyOf(place, capacity);
        before = Arrays.copyOf(before, capacity);
        after = Arrays.copyOf(after, capacity);
        stamp = Arrays.copyOf(stamp, capacity);
        free = Arrays.copyOf(free, capacity);
    }
}
