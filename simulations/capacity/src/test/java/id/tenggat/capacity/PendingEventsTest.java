package id.tenggat.capacity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Both sets, beside a plain priority queue. */
class PendingEventsTest {

    private static final int SLOTS = 5000;
    private static final int HOLDS = 60_000;

    /** The higher slot comes first, so that an order by slots shows. */
    private static final class Owner implements EventWheel.Owner {
        @Override
        public long of(int slot) {
            return -slot;
        }

        @Override
        public long look(int slot) {
            return 0;
        }
    }

    enum Kind {
        WHEEL,
        CALENDAR;

        PendingEvents made() {
            return this == WHEEL ? new EventWheel(new Owner()) : new EventCalendar(new Owner());
        }
    }

    private record Event(int slot, long ns) {
        static final Comparator<Event> ORDER = Comparator.comparingLong(Event::ns)
                .thenComparing(Comparator.comparingInt(Event::slot).reversed());
    }

    private enum Spread {
        AT_ONCE,
        FEW_TIMES,
        SECONDS,
        EVERY_SCALE,
        NOW_OR_FAR;

        /** How far ahead an event is put, by 62 random bits. */
        long aheadNs(long random) {
            return switch (this) {
                case AT_ONCE -> 0;
                case FEW_TIMES -> (random & 3) * 1_000;
                case SECONDS -> random % 10_000_000_000L;
                case EVERY_SCALE -> random >>> (16 + random % 40);
                case NOW_OR_FAR -> (random & 7) == 0 ? random >>> 14 : random & 15;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesInOrderOfTimeThenOwner(Kind kind) {
        for (Spread spread : Spread.values()) {
            assertThat(held(kind.made(), spread)).as(spread.name()).isTrue();
        }
    }

    /** Puts events in, takes the first and puts it in again, now dense, now sparse; true if a queue does the same. */
    private static boolean held(PendingEvents events, Spread spread) {
        SplittableRandom random = new SplittableRandom(spread.name().hashCode());
        PriorityQueue<Event> expected = new PriorityQueue<>(Event.ORDER);
        List<Integer> idle = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            add(events, expected, new Event(slot, spread.aheadNs(random.nextLong() >>> 2)));
        }
        for (int i = 0; i < HOLDS; i++) {
            Event first = expected.remove();
            if (events.nextNs() != first.ns() || events.take() != first.slot() || events.size() != expected.size()) {
                return false;
            }
            idle.add(first.slot());
            boolean draining = i / (HOLDS / 4) % 2 == 1;
            while (!idle.isEmpty() && (expected.isEmpty() || !draining || random.nextInt(10) < 7)) {
                int slot = idle.remove(idle.size() - 1);
                long aheadNs = spread.aheadNs(random.nextLong() >>> 2);
                add(events, expected, new Event(slot, Math.min(first.ns() + aheadNs, (1L << 62) - 1)));
            }
        }
        return true;
    }

    private static void add(PendingEvents events, PriorityQueue<Event> expected, Event event) {
        events.add(event.slot(), event.ns());
        expected.add(event);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatIsPending(Kind kind) {
        PendingEvents events = kind.made();
        events.add(2, 1L << 50);
        events.add(0, 5);
        events.add(1, 1_000_000_000L);
        events.add(4, 5);
        assertThat(events.nextNs()).isEqualTo(5);
        assertThat(events.take()).isEqualTo(4);
        assertThat(events.timesNs(5))
                .containsExactly(5, 1_000_000_000L, 1L << 50, PendingEvents.NOT_PENDING, PendingEvents.NOT_PENDING);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsNeverDue(Kind kind) {
        PendingEvents events = kind.made();
        assertThat(events.nextNs()).isEqualTo(Long.MAX_VALUE);
        events.add(3, 7);
        assertThat(events.nextNs()).isEqualTo(7);
        assertThat(events.take()).isEqualTo(3);
        assertThat(events.nextNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aCalendarForgetsWhatIsRemoved() {
        PendingEvents events = new EventCalendar(new Owner());
        events.add(0, 5);
        events.add(1, 1L << 40);
        events.add(2, 1L << 40);
        events.remove(1, 1L << 40);
        events.remove(0, 5);
        assertThat(events.nextNs()).isEqualTo(1L << 40);
        assertThat(events.take()).isEqualTo(2);
        assertThat(events.size()).isZero();
    }

    @Test
    void aWheelRefusesToRemove() {
        PendingEvents events = new EventWheel(new Owner());
        events.add(0, 5);
        assertThatThrownBy(() -> events.remove(0, 5)).isInstanceOf(UnsupportedOperationException.class);
    }
}
