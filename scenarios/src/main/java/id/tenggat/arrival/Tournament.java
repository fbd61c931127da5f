package id.tenggat.arrival;

import id.tenggat.state.State;

/**
 * Finds the least of a fixed number of keys, of which only the least is ever replaced: a tree of losers (Knuth, The Art of
 * Computer Programming 3, 5.4.1). Equal keys are decided by the lower index.
 *
 * <p>A match is decided without a branch, as nobody could foretell it.
 */
public final class Tournament {

    private final int size;
    /** Loser of the match at each node, 1 being the final; the i-th key enters at node (size + i) / 2. */
    private final long[] loserKeys;

    private final int[] losers;
    private long leastKey;
    private int least;

    /** @param keys one or more, each between −2⁶¹ and 2⁶² */
    public Tournament(long[] keys) {
        size = keys.length;
        loserKeys = new long[size];
        losers = new int[size];
        int[] winners = new int[2 * size];
        for (int node = 2 * size - 1; node > 0; node--) {
            winners[node] = node >= size ? node - size : play(node, winners, keys);
        }
        least = winners[1];
        leastKey = keys[least];
    }

    private int play(int node, int[] winners, long[] keys) {
        int a = winners[2 * node];
        int b = winners[2 * node + 1];
        boolean isFirst = keys[a] < keys[b] || (keys[a] == keys[b] && a < b);
        losers[node] = isFirst ? b : a;
        loserKeys[node] = keys[losers[node]];
        return isFirst ? a : b;
    }

    /** Index of the least key. */
    int least() {
        return least;
    }

    /** The least key. */
    public long leastKey() {
        return leastKey;
    }

    /** All keys, in no order. */
    public long[] keys() {
        long[] keys = loserKeys.clone();
        keys[0] = leastKey;
        return keys;
    }

    void carry(State state) {
        state.of(loserKeys, size);
        for (int node = 0; node < size; node++) {
            losers[node] = state.index(losers[node], size);
        }
        leastKey = state.of(leastKey);
        least = state.index(least, size);
    }

    /** Puts another key, which must not be lower, in the place of the least. */
    public void replaceLeast(long replacement) {
        long key = replacement;
        int index = least;
        for (int node = (size + index) >> 1; node > 0; node >>= 1) {
            long otherKey = loserKeys[node];
            int other = losers[node];
            long otherWins = (otherKey - key - ((other - index) >>> 31)) >> 63;
            long keyChange = (key ^ otherKey) & otherWins;
            int indexChange = (index ^ other) & (int) otherWins;
            loserKeys[node] = otherKey ^ keyChange;
            losers[node] = other ^ indexChange;
            key ^= keyChange;
            index ^= indexChange;
        }
        leastKey = key;
        least = index;
    }
}
