package id.tenggat.capacity;

import java.util.Arrays;

/**
 * The pending-event set: a calendar queue (Brown, CACM 31, 1988) with unsorted days, of which only today's is put into
 * order, in a small binary heap, as a ladder queue does with its bottom (Tang, Goh and Thng, TOMACS 15, 2005). An event is
 * a slot of its owner's tables and is at most once in the calendar. Ties in time are decided by the owner, never by slots.
 *
 * <p>A day is as long as two events take on average, by what was taken lately, and there is at least one day for each
 * event: adding and taking cost the same however many are pending.
 */
final class EventCalendar implements PendingEvents {

    /** What a slot takes: its node, and two days, as there are up to twice as many days as events. */
    static final int BYTES_PER_SLOT = 24;

    private static final int NONE = -1;
    private static final int FEWEST_DAYS = 256;
    /** Taken events between two looks at whether the length of a day still fits, at least. */
    private static final int LOOK_EVERY = 2048;
    /** Steps per taken event beyond which a look is due at once. */
    private static final int PATIENCE = 6;
    /** More in the heap than this when looked at means that today lies far ahead, or that a day is too long. */
    private static final int MANY_TODAY = 64;

    /** So many days ahead the first event of a day is looked at, and the second. */
    private static final int FAR = 6;

    private static final int NEAR = 3;

    private final NearEvents.Ties ties;
    private NearEvents near;
    /** Of each slot its time, then the next slot of its day. */
    private long[] node = new long[2 * 1024];

    private int[] days = filled(FEWEST_DAYS);
    /** A day is 2^shift nanoseconds long. */
    private int shift = 20;
    /** Number of the day that is today: everything due until its end is in the heap, nothing else is. */
    private long today;

    private int size;
    private final Pace pace = new Pace();
    private long steps;
    /** Means nothing; but a look whose outcome nobody keeps would be left out as needless. */
    @SuppressWarnings("UnusedVariable")
    private long lookedAt;

    EventCalendar(NearEvents.Ties ties) {
        this.ties = ties;
        this.near = new NearEvents(ties);
    }

    private static int[] filled(int count) {
        int[] days = new int[count];
        Arrays.fill(days, NONE);
        return days;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void add(int slot, long timeNs) {
        if (2 * slot >= node.length) {
            node = Arrays.copyOf(node, 2 * (slot + slot / 4 + 1));
        }
        size++;
        place(slot, timeNs);
        if (size > days.length) {
            look();
        }
    }

    private void place(int slot, long timeNs) {
        long day = timeNs >> shift;
        if (day <= today) {
            near.push(slot, timeNs);
        } else {
            int index = (int) day & (days.length - 1);
            node[2 * slot] = timeNs;
            node[2 * slot + 1] = days[index];
            days[index] = slot;
        }
    }

    @Override
    public long nextNs() {
        if (near.isEmpty()) {
            if (size == 0) {
                return Long.MAX_VALUE;
            }
            openNextDay();
        }
        return near.firstNs();
    }

    @Override
    public int take() {
        pace.take(near.firstNs());
        int slot = near.takeFirst();
        size--;
        if (pace.taken() >= LOOK_EVERY && (pace.taken() >= size || steps > PATIENCE * pace.taken())) {
            look();
        }
        return slot;
    }

    @Override
    public void remove(int slot, long timeNs) {
        size--;
        long day = timeNs >> shift;
        if (day > today) {
            removeFromDay(slot, (int) day & (days.length - 1));
            return;
        }
        near.remove(slot);
    }

    private void removeFromDay(int slot, int day) {
        if (days[day] == slot) {
            days[day] = (int) node[2 * slot + 1];
            return;
        }
        int before = days[day];
        while ((int) node[2 * before + 1] != slot) {
            before = (int) node[2 * before + 1];
        }
        node[2 * before + 1] = node[2 * slot + 1];
    }

    private void openNextDay() {
        for (int i = 0; i < days.length && near.isEmpty(); i++) {
            today++;
            steps++;
            open((int) today & (days.length - 1));
        }
        lookAhead();
        if (near.isEmpty()) {
            today = earliest() >> shift;
            open((int) today & (days.length - 1));
        }
    }

    /**
     * Looks at events of the days to come, so that they are near when their day is opened: the processor fetches several at
     * the same time, but in opening a day it learns of each only from the one before.
     */
    private void lookAhead() {
        int mask = days.length - 1;
        int far = days[(int) (today + FAR) & mask];
        int near = days[(int) (today + NEAR) & mask];
        long seen = far == NONE ? 0 : node[2 * far];
        int second = near == NONE ? NONE : (int) node[2 * near + 1];
        seen += second == NONE ? 0 : node[2 * second];
        lookedAt = seen;
    }

    /** Puts what is due today into the heap; what shares its place in a later year stays. */
    private void open(int index) {
        int slot = days[index];
        int kept = NONE;
        while (slot != NONE) {
            int next = (int) node[2 * slot + 1];
            long timeNs = node[2 * slot];
            steps++;
            if (timeNs >> shift <= today) {
                near.push(slot, timeNs);
            } else {
                node[2 * slot + 1] = kept;
                kept = slot;
            }
            slot = next;
        }
        days[index] = kept;
    }

    private long earliest() {
        long earliest = Long.MAX_VALUE;
        for (int first : days) {
            for (int slot = first; slot != NONE; slot = (int) node[2 * slot + 1]) {
                earliest = Math.min(earliest, node[2 * slot]);
            }
        }
        steps += days.length;
        return earliest;
    }

    /** Makes days as long and as many as fits what was taken since the last look. */
    private void look() {
        int fitting = pace.look(shift);
        int count = Math.max(FEWEST_DAYS, Integer.highestOneBit(Math.max(1, size - 1)) * 2);
        boolean strayed = near.size() > MANY_TODAY;
        if (strayed || Math.abs(fitting - shift) > 1 || count > days.length || 8L * count <= days.length) {
            rebuild(fitting, count);
        }
        steps = 0;
    }

    private void rebuild(int newShift, int count) {
        int[] old = days;
        NearEvents standing = near;
        near = new NearEvents(ties);
        days = filled(count);
        shift = newShift;
        today = pace.lastNs() >> shift;
        for (int first : old) {
            int slot = first;
            while (slot != NONE) {
                int next = (int) node[2 * slot + 1];
                place(slot, node[2 * slot]);
                slot = next;
            }
        }
        standing.forEach(this::place);
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public long[] timesNs(int slots) {
        long[] timesNs = new long[slots];
        Arrays.fill(timesNs, NOT_PENDING);
        for (int first : days) {
            for (int slot = first; slot != NONE; slot = (int) node[2 * slot + 1]) {
                timesNs[slot] = node[2 * slot];
            }
        }
        near.forEach((slot, ns) -> timesNs[slot] = ns);
        return timesNs;
    }
}
