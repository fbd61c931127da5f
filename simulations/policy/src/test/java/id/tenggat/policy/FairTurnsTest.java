package id.tenggat.policy;

import id.tenggat.state.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Fair turns at a line of requests that come and are taken by chance. */
class FairTurnsTest {

    private static final int CLIENTS = 40;
    private static final int IMPATIENT = 0;

    private final FairTurns turns = new FairTurns();
    private final List<Request> line = new ArrayList<>();
    private final Map<Integer, Long> lastRank = new HashMap<>();
    private long virtualTime;
    private int held;

    private static final class Request {
        private final int client;
        private final long rank;
        private final long mayGoBefore;
        private int wentBefore;

        Request(int client, long rank, long mayGoBefore) {
            this.client = client;
            this.rank = rank;
            this.mayGoBefore = mayGoBefore;
        }
    }

    /** Every second request is of one client; the bound is for whoever comes new, or is new since the virtual time has passed. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aNewClientWaitsForOneRequestOfEachWhoIsThereAndOfNobodyWhoComesLater(long seed) {
        Random random = new Random(seed);
        int longest = 0;
        for (int i = 0; i < 50_000; i++) {
            if (line.isEmpty() || random.nextInt(2 * CLIENTS) > line.size()) {
                come(random.nextBoolean() ? IMPATIENT : random.nextInt(CLIENTS));
            } else {
                Request taken = take();
                assertThat(taken.wentBefore)
                        .as("went before client %s", taken.client)
                        .isLessThanOrEqualTo((int) taken.mayGoBefore);
            }
            longest = Math.max(longest, line.size());
        }
        assertThat(longest).isGreaterThan(CLIENTS);
        assertThat(held).isGreaterThan(1000);
    }

    private void come(int client) {
        boolean isNew = lastRank.getOrDefault(client, -1L) < virtualTime;
        long others =
                line.stream().mapToInt(request -> request.client).distinct().count();
        Request request = new Request(client, turns.rank(client, 0), isNew ? others : Integer.MAX_VALUE);
        lastRank.put(client, request.rank);
        held += isNew ? 1 : 0;
        int at = line.size();
        while (at > 0 && line.get(at - 1).rank > request.rank) {
            at--;
        }
        line.add(at, request);
    }

    private Request take() {
        Request first = line.remove(0);
        turns.taken(first.rank);
        virtualTime = first.rank;
        line.forEach(request -> request.wentBefore++);
        return first;
    }

    @Test
    void whoeverIsBehindTheVirtualTimeIsForgotten() {
        LastRanks ranks = new LastRanks();
        for (int client = 0; client < 1_000_000; client++) {
            ranks.put(client, client, client - 10);
        }
        assertThat(ranks.size()).isLessThan(200);
        assertThat(ranks.of(999_999)).isEqualTo(999_999);
        assertThat(ranks.of(5)).isEqualTo(-1);
    }

    @Test
    void ranksAreThoseOfAMapWhereNobodyIsForgotten() {
        Random random = new Random(7);
        LastRanks ranks = new LastRanks();
        Map<Integer, Long> map = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            int client = random.nextInt(20_000) * 128;
            ranks.put(client, i, 0);
            map.put(client, (long) i);
        }
        assertThat(ranks.size()).isEqualTo(map.size());
        map.forEach((client, rank) -> assertThat(ranks.of(client)).isEqualTo(rank));
    }

    @Test
    void whatIsCarriedDecidesTheSameAndIsTheSameBytes() {
        Random random = new Random(8);
        for (int i = 0; i < 5000; i++) {
            long rank = turns.rank(random.nextInt(500), 0);
            turns.taken(i % 3 == 0 ? rank : i / 100);
        }
        byte[] bytes = State.bytesOf(turns::carry);
        FairTurns other = new FairTurns();
        State.read(bytes, other::carry);
        assertThat(State.bytesOf(other::carry)).isEqualTo(bytes);
        for (int client = 0; client < 600; client++) {
            assertThat(other.rank(client, 0)).isEqualTo(turns.rank(client, 0));
        }
    }
}
