package id.tenggat.capacity;

import java.util.Arrays;

/**
 * A pending-event set from which nothing is removed but the first: timing wheels (Varghese and Lauck, SOSP 1987), each of
 * which turns once while the next one goes on by one place. Time is cut into days; an event stands in the wheel of the
 * highest digit in which its day differs from today, as in a radix heap (Ahuja, Mehlhorn, Orlin and Tarjan, JACM 37, 1990),
 * and comes down wheel by wheel until its day is today's and it is put into order among {@link NearEvents}.
 *
 * <pre>
 *   day        03 | 5e | 11       today 03 | 5c | f0       highest digit that differs: the middle one,
 *                                                          so it stands at place 5e of wheel 1
 * </pre>
 *
 * <p>A place is a chain of chunks with times and slots side by side, read and written in order: an event that is hours away
 * costs no look into memory that has gone cold. What it will need of its owner's tables is looked at for the events of some
 * days at a time, for the processor fetches several at the same time, but learns of each only from the one before if they are
 * asked for in turn.
 */
final class EventWheel implements PendingEvents {

    /** Whose events they are. */
    interface Owner extends NearEvents.Ties {
        /** Looks at all that is known of a slot, which will be needed soon; what it returns means nothing. */
        long look(int slot);
    }

    private static final int DIGIT_SHIFT = 3;
    private static final int DIGIT_BITS = 1 << DIGIT_SHIFT;
    private static final int PLACES = 1 << DIGIT_BITS;
    private static final int WHEELS = Long.SIZE / DIGIT_BITS;
    private static final int CHUNK_BITS = 4;
    private static final int WITHIN_CHUNK = (1 << CHUNK_BITS) - 1;
    /** Chunk 0 is never used, so that an end of 0 is that of an empty place. */
    private static final int FIRST_CHUNKS = 64;

    /** A day is to hold so many events, by their mean distance: 2^{@value}, or up to twice as many. */
    private static final int DAY_BITS = 2;
    /** So many are looked at together, at least, if there are. */
    private static final int LOOKED_AT = 24;

    /** Taken events between two looks at whether the length of a day still fits, at least. */
    private static final int LOOK_EVERY = 2048;
    /** And at least this part of those pending, as each may have to be moved. */
    private static final int LOOK_PART = 8;

    private final Owner owner;
    private NearEvents near;

    /** Chunk after chunk. */
    private long[] timesNs = new long[FIRST_CHUNKS << CHUNK_BITS];

    private int[] slots = new int[FIRST_CHUNKS << CHUNK_BITS];
    /** Of each chunk the one before it in its place, or in the chain of those that are free; 0 if none. */
    private int[] before = new int[FIRST_CHUNKS];

    private int chunks = 1;
    private int freeChunk;

    /** Of each place of each wheel the end of its last chunk that is filled. */
    private final int[] ends = new int[WHEELS * PLACES];
    /** A bit for each place: whether anything stands there. */
    private final long[] occupied = new long[WHEELS * PLACES / Long.SIZE];

    /** A day is 2^shift nanoseconds long. */
    private int shift = 22;
    /** Number of the day that is today: everything due until its end is near, nothing else is. */
    private long today;

    private int size;
    private final Pace pace = new Pace();
    /** What is due before this place of the first wheel has been looked at. */
    private int lookedBefore;
    /** Means nothing; but a look whose outcome nobody keeps would be left out as needless. */
    @SuppressWarnings("UnusedVariable")
    private long lookedAt;

    EventWheel(Owner owner) {
        this.owner = owner;
        this.near = new NearEvents(owner);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void add(int slot, long timeNs) {
        size++;
        place(slot, timeNs);
    }

    private void place(int slot, long timeNs) {
        long day = timeNs >> shift;
        if (day <= today) {
            near.push(slot, timeNs);
        } else {
            int wheel = (Long.SIZE - 1 - Long.numberOfLeadingZeros(day ^ today)) >>> DIGIT_SHIFT;
            int digit = (int) (day >>> (wheel * DIGIT_BITS)) & (PLACES - 1);
            append(wheel * PLACES + digit, slot, timeNs);
        }
    }

    private void append(int place, int slot, long timeNs) {
        int end = ends[place];
        if ((end & WITHIN_CHUNK) == 0) {
            end = nextChunk(place, end);
        }
        timesNs[end] = timeNs;
        slots[end] = slot;
        ends[place] = end + 1;
    }

    private int nextChunk(int place, int end) {
        int chunk = freeChunk;
        if (chunk == 0) {
            chunk = unusedChunk();
        } else {
            freeChunk = before[chunk];
        }
        before[chunk] = end == 0 ? 0 : chunkOf(end);
        occupied[place / Long.SIZE] |= 1L << place;
        return chunk << CHUNK_BITS;
    }

    /** By a quarter each time: while a table grows it is there twice. */
    private int unusedChunk() {
        if (chunks == before.length) {
            before = Arrays.copyOf(before, chunks + chunks / 4);
            timesNs = Arrays.copyOf(timesNs, before.length << CHUNK_BITS);
            slots = Arrays.copyOf(slots, before.length << CHUNK_BITS);
        }
        return chunks++;
    }

    @Override
    public long nextNs() {
        if (near.isEmpty()) {
            if (size == 0) {
                return Long.MAX_VALUE;
            }
            turn();
        }
        return near.firstNs();
    }

    /** Goes on to the next day on which anything is due. */
    private void turn() {
        while (near.isEmpty()) {
            int place = firstPlace();
            int wheel = place / PLACES;
            lookFrom(place);
            int end = ends[place];
            ends[place] = 0;
            occupied[place / Long.SIZE] &= ~(1L << place);
            today = (timesNs[end - 1] >> shift) & (-1L << (wheel * DIGIT_BITS));
            if (wheel == 0 && before[chunkOf(end)] == 0) {
                near.fill(timesNs, slots, chunkOf(end) << CHUNK_BITS, end);
                free(chunkOf(end));
            } else {
                scatter(end);
            }
        }
    }

    /** Whatever stands in a wheel is due before all that stands in a higher one, and in the order of its places. */
    private int firstPlace() {
        int word = 0;
        while (occupied[word] == 0) {
            word++;
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(occupied[word]);
    }

    /** Looks at what will be needed of the days from a place of the first wheel on, until there are enough of them. */
    private void lookFrom(int place) {
        if (place >= PLACES) {
            lookedBefore = 0;
        }
        if (place >= PLACES || place < lookedBefore) {
            return;
        }
        long seen = 0;
        int count = 0;
        int next = place;
        for (; next < PLACES && count < LOOKED_AT; next++) {
            int end = ends[next];
            int from = end == 0 ? 0 : chunkOf(end) << CHUNK_BITS;
            for (int i = from; i < end; i++) {
                seen += owner.look(slots[i]);
            }
            count += end - from;
        }
        lookedBefore = next;
        lookedAt = seen;
    }

    /** The chunk that a chain ends in. */
    private static int chunkOf(int end) {
        return (end - 1) >> CHUNK_BITS;
    }

    /** Where the chain ends without its last chunk. */
    private int endBefore(int end) {
        int earlier = before[chunkOf(end)];
        return earlier == 0 ? 0 : (earlier + 1) << CHUNK_BITS;
    }

    /** Puts all of a chain where they belong now, and frees its chunks. */
    private void scatter(int from) {
        int end = from;
        while (end != 0) {
            int earlier = endBefore(end);
            for (int i = chunkOf(end) << CHUNK_BITS; i < end; i++) {
                place(slots[i], timesNs[i]);
            }
            free(chunkOf(end));
            end = earlier;
        }
    }

    private void free(int chunk) {
        before[chunk] = freeChunk;
        freeChunk = chunk;
    }

    @Override
    public int take() {
        pace.take(near.firstNs());
        int slot = near.takeFirst();
        size--;
        if (pace.taken() >= LOOK_EVERY && pace.taken() >= size / LOOK_PART) {
            look();
        }
        return slot;
    }

    @Override
    public void remove(int slot, long timeNs) {
        throw new UnsupportedOperationException("only the first event is taken from a wheel");
    }

    /** Makes days as long as fits what was taken since the last look. */
    private void look() {
        int fitting = pace.look(shift - DAY_BITS) + DAY_BITS;
        if (Math.abs(fitting - shift) > 1) {
            rebuild(fitting);
        }
    }

    private void rebuild(int newShift) {
        int[] chains = Arrays.stream(ends).filter(end -> end != 0).toArray();
        NearEvents standing = near;
        near = new NearEvents(owner);
        Arrays.fill(ends, 0);
        lookedBefore = 0;
        Arrays.fill(occupied, 0);
        shift = newShift;
        today = pace.lastNs() >> shift;
        for (int end : chains) {
            scatter(end);
        }
        standing.forEach(this::place);
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public long[] timesNs(int count) {
        long[] all = new long[count];
        Arrays.fill(all, NOT_PENDING);
        for (int place : ends) {
            for (int end = place; end != 0; end = endBefore(end)) {
                for (int i = chunkOf(end) << CHUNK_BITS; i < end; i++) {
                    all[slots[i]] = timesNs[i];
                }
            }
        }
        near.forEach((slot, ns) -> all[slot] = ns);
        return all;
    }
}
