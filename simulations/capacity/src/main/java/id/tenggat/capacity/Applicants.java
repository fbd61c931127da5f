package id.tenggat.capacity;

import id.tenggat.policy.Itinerary;
import id.tenggat.state.State;

import java.util.Arrays;

/**
 * The applicants who are inside, a slot each, as a struct of arrays. A slot is used again once its applicant has ended and
 * none of the applicant's requests is left in the stack.
 */
final class Applicants implements EventCalendar.Ties {

    int[] applicant = new int[0];
    int[] regency = new int[0];
    int[] step = new int[0];
    int[] visit = new int[0];
    int[] attempt = new int[0];
    /** When the next attempt is due; {@link #IN_FLIGHT} while the client waits for an answer, or {@link #BEYOND}. */
    long[] dueNs = new long[0];
    /** The request whose answer the client waits for, while {@link #IN_FLIGHT}. */
    int[] request = new int[0];
    /** Bit i: the stack has done step i. */
    int[] doneSteps = new int[0];
    /** Whether the step's first attempt is still to be sent. */
    boolean[] fresh = new boolean[0];
    /** What is drawn already for the next attempt at a steady station, and the think time after it: {@link Foresight}. */
    long[] serviceNs = new long[0];

    long[] callsNs = new long[0];
    long[] thinkNs = new long[0];

    private boolean[] ended = new boolean[0];
    private int[] requests = new int[0];
    private int[] free = new int[0];
    private int freeCount;
    private int used;

    static final long IN_FLIGHT = -1;

    /** The next attempt is due after the end of the slice's window, and is not played. */
    static final long BEYOND = -2;

    /** A slot for an applicant who comes in. */
    int enter(int newApplicant, int newRegency) {
        int slot = freeCount > 0 ? free[--freeCount] : unused();
        applicant[slot] = newApplicant;
        regency[slot] = newRegency;
        doneSteps[slot] = 0;
        fresh[slot] = true;
        ended[slot] = false;
        return slot;
    }

    @Override
    public long of(int slot) {
        return applicant[slot];
    }

    /** Number of slots that were ever used: an upper bound of the slots to look at. */
    int used() {
        return used;
    }

    /** True if somebody who has not ended is in this slot. */
    boolean isInside(int slot) {
        return !ended[slot];
    }

    void load(int slot, Itinerary into) {
        into.load(applicant[slot], step[slot], visit[slot], attempt[slot], dueNs[slot]);
    }

    void store(int slot, Itinerary from) {
        fresh[slot] |= step[slot] != from.step();
        step[slot] = from.step();
        visit[slot] = from.visit();
        attempt[slot] = from.attempt();
        dueNs[slot] = from.dueNs();
    }

    void requestSent(int slot, int sent) {
        dueNs[slot] = IN_FLIGHT;
        request[slot] = sent;
        requests[slot]++;
    }

    void requestGone(int slot) {
        requests[slot]--;
        release(slot);
    }

    void end(int slot) {
        ended[slot] = true;
        release(slot);
    }

    /** Into empty tables. */
    void carry(State state) {
        used = state.count(used, Long.BYTES);
        if (used > applicant.length) {
            grow(used);
        }
        state.of(applicant, used);
        state.of(regency, used);
        state.of(step, used);
        state.of(visit, used);
        state.of(attempt, used);
        state.of(dueNs, used);
        state.of(request, used);
        state.of(doneSteps, used);
        state.of(fresh, used);
        state.of(ended, used);
        state.of(requests, used);
        freeCount = state.index(freeCount, used + 1);
        state.of(free, freeCount);
    }

    private void release(int slot) {
        if (ended[slot] && requests[slot] == 0) {
            free[freeCount++] = slot;
        }
    }

    private int unused() {
        if (used == applicant.length) {
            grow(Math.max(1024, used * 2));
        }
        ended[used] = true;
        return used++;
    }

    private void grow(int capacity) {
        applicant = Arrays.copyOf(applicant, capacity);
        regency = Arrays.copyOf(regency, capacity);
        step = Arrays.copyOf(step, capacity);
        visit = Arrays.copyOf(visit, capacity);
        attempt = Arrays.copyOf(attempt, capacity);
        dueNs = Arrays.copyOf(dueNs, capacity);
        request = Arrays.copyOf(request, capacity);
        doneSteps = Arrays.copyOf(doneSteps, capacity);
        fresh = Arrays.copyOf(fresh, capacity);
        serviceNs = Arrays.copyOf(serviceNs, capacity);
        callsNs = Arrays.copyOf(callsNs, capacity);
        thinkNs = Arrays.copyOf(thinkNs, capacity);
        ended = Arrays.copyOf(ended, capacity);
        requests = Arrays.copyOf(requests, capacity);
        free = Arrays.copyOf(free, capacity);
    }
}
