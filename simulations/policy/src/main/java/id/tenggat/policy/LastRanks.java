package id.tenggat.policy;

import id.tenggat.state.State;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rank of each client's last request, as far as it matters: a rank behind the virtual time is as good as none, and is
 * forgotten before the table grows. Open addressing with linear probing, half full at most.
 */
final class LastRanks {

    private static final int NOBODY = -1;
    private static final long NONE = -1;
    private static final int FEWEST = 64;
    /** Room for so many times as many as are kept, so that it is looked through seldom. */
    private static final int ROOM = 4;

    private static final int SPREAD = 0x9E3779B9;

    private int[] clients = empty(FEWEST);
    private long[] ranks = new long[FEWEST];
    private int size;

    private static int[] empty(int capacity) {
        int[] nobody = new int[capacity];
        Arrays.fill(nobody, NOBODY);
        return nobody;
    }

    /** The rank of this client's last request; −1 if none is known. */
    long of(int client) {
        int at = slot(client);
        return clients[at] == client ? ranks[at] : NONE;
    }

    /** A client has come with a request of this rank. */
    void put(int client, long rank, long virtualTime) {
        if (2 * (size + 1) > clients.length) {
            rebuild(virtualTime);
        }
        set(client, rank);
    }

    /** How many are kept, forgotten or not. */
    int size() {
        return size;
    }

    private void set(int client, long rank) {
        int at = slot(client);
        size += clients[at] == client ? 0 : 1;
        clients[at] = client;
        ranks[at] = rank;
    }

    /** Where this client stands, or would. */
    private int slot(int client) {
        int mask = clients.length - 1;
        int at = (client * SPREAD) >>> 7 & mask;
        while (clients[at] != client && clients[at] != NOBODY) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void rebuild(long virtualTime) {
        int[] oldClients = clients;
        long[] oldRanks = ranks;
        int[] kept = kept(virtualTime);
        resize(kept.length);
        for (int at : kept) {
            set(oldClients[at], oldRanks[at]);
        }
    }

    private void resize(int count) {
        int capacity = FEWEST;
        while (capacity < ROOM * (count + 1)) {
            capacity *= 2;
        }
        clients = empty(capacity);
        ranks = new long[capacity];
        size = 0;
    }

    /** Slots of clients whose last rank is not behind the virtual time. */
    private int[] kept(long virtualTime) {
        return IntStream.range(0, clients.length)
                .filter(at -> clients[at] != NOBODY && ranks[at] >= virtualTime)
                .toArray();
    }

    /** Carries who matters, by number, so that the same state is the same bytes. */
    void carry(State state, long virtualTime) {
        int[] oldClients = clients;
        long[] oldRanks = ranks;
        Integer[] kept = Arrays.stream(kept(virtualTime)).boxed().toArray(Integer[]::new);
        Arrays.sort(kept, (a, b) -> Integer.compare(oldClients[a], oldClients[b]));
        int count = state.count(kept.length, Integer.BYTES + Long.BYTES);
        if (state.isReading()) {
            resize(count);
        }
        for (int i = 0; i < count; i++) {
            int client = state.index(state.isReading() ? 0 : oldClients[kept[i]], Integer.MAX_VALUE);
            long rank = state.of(state.isReading() ? 0 : oldRanks[kept[i]]);
            if (state.isReading()) {
                set(client, rank);
            }
        }
    }
}
