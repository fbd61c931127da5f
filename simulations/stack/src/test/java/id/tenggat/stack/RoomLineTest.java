package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Positions, against a list that is counted through. */
class RoomLineTest {

    private static final long SEED = 20_240_906;

    @Test
    void positionsAreThoseOfAListWhoeverComesAndLeaves() {
        Random random = new Random(SEED);
        RoomLine line = new RoomLine();
        List<RoomGuest> list = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            if (list.isEmpty() || random.nextInt(100) < (i < 10_000 ? 55 : 48)) {
                RoomGuest guest = new RoomGuest("t" + i, new Entry(i, 0), i);
                line.add(guest);
                list.add(guest);
            } else {
                line.remove(list.remove(random.nextInt(3) == 0 ? 0 : random.nextInt(list.size())));
            }
            assertSame(line, list, random);
        }
    }

    private static void assertSame(RoomLine line, List<RoomGuest> list, Random random) {
        assertThat(line.size()).as("seed " + SEED).isEqualTo(list.size());
        if (!list.isEmpty()) {
            int index = random.nextInt(list.size());
            assertThat(line.position(list.get(index))).as("seed " + SEED).isEqualTo(index + 1);
            assertThat(line.first()).as("seed " + SEED).isSameAs(list.get(0));
        }
    }
}
