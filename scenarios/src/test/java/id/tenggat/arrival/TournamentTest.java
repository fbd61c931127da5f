package id.tenggat.arrival;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class TournamentTest {

    private record Entry(long key, int index) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::key).thenComparingInt(Entry::index);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 64, 514, 1000})
    void theLeastComesFirstHoweverManyThereAre(int size) {
        assertMergesLikeAQueue(size, 1_000_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 514})
    void equalKeysComeInOrderOfIndex(int size) {
        assertMergesLikeAQueue(size, 3);
    }

    private static void assertMergesLikeAQueue(int size, int spread) {
        SplittableRandom random = new SplittableRandom(size);
        long[] keys = random.longs(size, -spread, spread).toArray();
        Tournament tournament = new Tournament(keys);
        PriorityQueue<Entry> queue = new PriorityQueue<>(ORDER);
        for (int i = 0; i < size; i++) {
            queue.add(new Entry(keys[i], i));
        }
        List<Entry> found = new ArrayList<>();
        List<Entry> expected = new ArrayList<>();
        for (int i = 0; i < 20 * size; i++) {
            Entry least = queue.remove();
            expected.add(least);
            found.add(new Entry(tournament.leastKey(), tournament.least()));
            long next = i % 50 == 49 ? RegencyStreams.NEVER : least.key() + random.nextInt(spread);
            queue.add(new Entry(next, least.index()));
            tournament.replaceLeast(next);
        }
        assertThat(found).isEqualTo(expected);
        assertThat(tournament.keys())
                .containsExactlyInAnyOrder(queue.stream().mapToLong(Entry::key).toArray());
    }
}
