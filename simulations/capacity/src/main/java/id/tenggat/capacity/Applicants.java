package id.tenggat.capacity;

import id.tenggat.policy.Itinerary;
import id.tenggat.state.State;

import java.util.Arrays;

/**
 * The applicants who are inside, a slot each: rows of two tables, so that all that is known of one lies side by side, and
 * one who has not been heard of for hours is found by two looks into memory instead of ten. A table is made of blocks, so that
 * it grows without being there twice. A slot is used again once its applicant has ended and none of the applicant's requests is
 * left in the stack.
 */
final class Applicants implements EventWheel.Owner {

    /** {@link #dueNs} while the client waits for an answer. */
    static final long IN_FLIGHT = -1;

    /** {@link #dueNs} if the next attempt is due after the end of the slice's window, and is not played. */
    static final long BEYOND = -2;

    /** Columns of whole numbers. */
    private static final int APPLICANT = 0;

    private static final int REGENCY = 1;
    private static final int STEP = 2;
    private static final int VISIT = 3;
    private static final int ATTEMPT = 4;
    private static final int DONE_STEPS = 5;
    private static final int REQUEST = 6;
    /** Bits, and above them how many requests are in the stack. */
    private static final int STATE = 7;

    private static final int FRESH = 1;
    private static final int ENDED = 2;
    private static final int ONE_REQUEST = 4;

    /** Columns of times. */
    private static final int DUE_NS = 0;

    private static final int SERVICE_NS = 1;
    private static final int CALLS_NS = 2;
    private static final int THINK_NS = 3;

    /** {@link #SERVICE_NS} if there is nothing in this column and those behind it. */
    private static final long NOT_DRAWN = -1;

    /** Both tables have rows of 32 bytes. */
    private static final int INTS_SHIFT = 3;

    private static final int LONGS_SHIFT = 2;
    private static final int ROW_BYTES = 2 * 32;

    /** What a slot takes in both tables, and in the list of those that are free. */
    static final int BYTES_PER_SLOT = (Integer.BYTES << INTS_SHIFT) + (Long.BYTES << LONGS_SHIFT) + Integer.BYTES;

    private static final int BLOCK_BITS = 10;
    private static final int BLOCK_SLOTS = 1 << BLOCK_BITS;

    private int[][] ints = {};
    private long[][] longs = {};
    private int[] free = new int[0];
    private int freeCount;
    private int used;

    /** A slot for an applicant who comes in. */
    int enter(int newApplicant, int newRegency) {
        int slot = freeCount > 0 ? free[--freeCount] : unused();
        int[] block = ints[slot >>> BLOCK_BITS];
        int row = intRow(slot);
        block[row + APPLICANT] = newApplicant;
        block[row + REGENCY] = newRegency;
        block[row + DONE_STEPS] = 0;
        block[row + STATE] = FRESH;
        return slot;
    }

    @Override
    public long of(int slot) {
        return applicant(slot);
    }

    /** Both rows. */
    @Override
    public long look(int slot) {
        return at(slot, STEP) + serviceNs(slot);
    }

    /** Number of slots that were ever used: an upper bound of the slots to look at. */
    int used() {
        return used;
    }

    /** True if somebody who has not ended is in this slot. */
    boolean isInside(int slot) {
        return (at(slot, STATE) & ENDED) == 0;
    }

    /** The applicant's number. */
    int applicant(int slot) {
        return at(slot, APPLICANT);
    }

    int regency(int slot) {
        return at(slot, REGENCY);
    }

    int step(int slot) {
        return at(slot, STEP);
    }

    int visit(int slot) {
        return at(slot, VISIT);
    }

    int attempt(int slot) {
        return at(slot, ATTEMPT);
    }

    /** Bit i: the stack has done step i. */
    int doneSteps(int slot) {
        return at(slot, DONE_STEPS);
    }

    void doneSteps(int slot, int steps) {
        put(slot, DONE_STEPS, steps);
    }

    /** The request whose answer the client waits for, while {@link #IN_FLIGHT}. */
    int request(int slot) {
        return at(slot, REQUEST);
    }

    /** When the next attempt is due; {@link #IN_FLIGHT}, or {@link #BEYOND}. */
    long dueNs(int slot) {
        return nsAt(slot, DUE_NS);
    }

    void goBeyond(int slot) {
        putNs(slot, DUE_NS, BEYOND);
    }

    /** Whether the step's first attempt was still to be sent; from now on it is sent. */
    boolean beginsStep(int slot) {
        int state = at(slot, STATE);
        put(slot, STATE, state & ~FRESH);
        return (state & FRESH) != 0;
    }

    private int at(int slot, int column) {
        return ints[slot >>> BLOCK_BITS][intRow(slot) + column];
    }

    private void put(int slot, int column, int value) {
        ints[slot >>> BLOCK_BITS][intRow(slot) + column] = value;
    }

    private long nsAt(int slot, int column) {
        return longs[slot >>> BLOCK_BITS][longRow(slot) + column];
    }

    private void putNs(int slot, int column, long ns) {
        longs[slot >>> BLOCK_BITS][longRow(slot) + column] = ns;
    }

    /** Where a slot's row begins in its block. */
    private static int intRow(int slot) {
        return (slot & (BLOCK_SLOTS - 1)) << INTS_SHIFT;
    }

    private static int longRow(int slot) {
        return (slot & (BLOCK_SLOTS - 1)) << LONGS_SHIFT;
    }

    /** Keeps what is drawn for the next attempt at a steady station, and the think time after it: {@link Foresight}. */
    void foresee(int slot, long serviceNs, long callsNs, long thinkNs) {
        long[] block = longs[slot >>> BLOCK_BITS];
        int row = longRow(slot);
        block[row + SERVICE_NS] = serviceNs;
        block[row + CALLS_NS] = callsNs;
        block[row + THINK_NS] = thinkNs;
    }

    /** Nothing is drawn for the next attempt yet. */
    void foreseeNothing(int slot) {
        putNs(slot, SERVICE_NS, NOT_DRAWN);
    }

    boolean isForeseen(int slot) {
        return serviceNs(slot) != NOT_DRAWN;
    }

    long serviceNs(int slot) {
        return nsAt(slot, SERVICE_NS);
    }

    long callsNs(int slot) {
        return nsAt(slot, CALLS_NS);
    }

    long thinkNs(int slot) {
        return nsAt(slot, THINK_NS);
    }

    void load(int slot, Itinerary into) {
        into.load(applicant(slot), step(slot), visit(slot), attempt(slot), dueNs(slot));
    }

    void store(int slot, Itinerary from) {
        int[] block = ints[slot >>> BLOCK_BITS];
        int row = intRow(slot);
        block[row + STATE] |= block[row + STEP] == from.step() ? 0 : FRESH;
        block[row + STEP] = from.step();
        block[row + VISIT] = from.visit();
        block[row + ATTEMPT] = from.attempt();
        putNs(slot, DUE_NS, from.dueNs());
    }

    void requestSent(int slot, int sent) {
        putNs(slot, DUE_NS, IN_FLIGHT);
        put(slot, REQUEST, sent);
        put(slot, STATE, at(slot, STATE) + ONE_REQUEST);
    }

    void requestGone(int slot) {
        put(slot, STATE, at(slot, STATE) - ONE_REQUEST);
        release(slot);
    }

    void end(int slot) {
        put(slot, STATE, at(slot, STATE) | ENDED);
        release(slot);
    }

    /** Into empty tables. */
    void carry(State state) {
        used = state.count(used, ROW_BYTES);
        while (used > room()) {
            addBlock();
        }
        for (int from = 0; from < used; from += BLOCK_SLOTS) {
            state.of(ints[from >>> BLOCK_BITS], Math.min(used - from, BLOCK_SLOTS) << INTS_SHIFT);
        }
        for (int from = 0; from < used; from += BLOCK_SLOTS) {
            state.of(longs[from >>> BLOCK_BITS], Math.min(used - from, BLOCK_SLOTS) << LONGS_SHIFT);
        }
        freeCount = state.index(freeCount, used + 1);
        state.of(free, freeCount);
    }

    private void release(int slot) {
        int state = at(slot, STATE);
        if (state >= ENDED && state < ENDED + ENDED) {
            free[freeCount++] = slot;
        }
    }

    private int unused() {
        if (used == room()) {
            addBlock();
        }
        put(used, STATE, ENDED);
        return used++;
    }

    private int room() {
        return ints.length << BLOCK_BITS;
    }

    /** Slots that there are as soon as there were ever so many applicants at once: whole blocks. */
    static double room(double applicants) {
        return Math.ceil(applicants / BLOCK_SLOTS) * BLOCK_SLOTS;
    }

    private void addBlock() {
        int blocks = ints.length;
        int most = Math.multiplyExact(blocks + 1, BLOCK_SLOTS);
        ints = Arrays.copyOf(ints, blocks + 1);
        longs = Arrays.copyOf(longs, blocks + 1);
        ints[blocks] = new int[BLOCK_SLOTS << INTS_SHIFT];
        longs[blocks] = new long[BLOCK_SLOTS << LONGS_SHIFT];
        if (most > free.length) {
            free = Arrays.copyOf(free, most + most / 4);
        }
    }
}
