package id.tenggat.capacity;

import java.util.Arrays;

/**
 * When each worker of a station is free, work told ahead included. Some of them may not begin work: those who are free
 * first, so that as many are at work as may be, or more as long as nobody begins.
 *
 * <p>Those who may begin work are a tree of losers (Knuth, The Art of Computer Programming 3, 5.4.1): only the worker who is
 * free first is ever given work, and then plays again on a path that is known beforehand, without a branch that nobody could
 * foretell.
 */
final class FreeWorkers {

    /** When the loser of the match at each node is free, 1 being the final; the i-th worker enters at node (size + i) / 2. */
    private long[] loserNs = new long[0];

    private int[] losers = new int[0];
    private int size;
    private int earliest;
    private long earliestNs;

    /** When those who may not begin work are free, in order. */
    private long[] barredNs = new long[0];

    /** So many workers, all free at 0, who may all begin work. */
    FreeWorkers(int workers) {
        plant(new long[workers]);
    }

    /** When the first of those who may begin work is free; the far end of time if nobody may. */
    long earliestNs() {
        return earliestNs;
    }

    /** The worker who is free first is free again only then: less than 2⁶² ns. */
    void holdEarliest(long untilNs) {
        long ns = untilNs;
        int worker = earliest;
        for (int node = (size + worker) >> 1; node > 0; node >>= 1) {
            long otherNs = loserNs[node];
            int other = losers[node];
            long otherWins = (otherNs - ns) >> 63;
            long change = (ns ^ otherNs) & otherWins;
            int workerChange = (worker ^ other) & (int) otherWins;
            loserNs[node] = otherNs ^ change;
            losers[node] = other ^ workerChange;
            ns ^= change;
            worker ^= workerChange;
        }
        earliestNs = ns;
        earliest = worker;
    }

    private void plant(long[] freeNs) {
        size = freeNs.length;
        loserNs = new long[size];
        losers = new int[size];
        int[] winners = new int[2 * size];
        for (int node = 2 * size - 1; node > 0; node--) {
            winners[node] = node >= size ? node - size : play(node, winners, freeNs);
        }
        earliest = size == 0 ? 0 : winners[1];
        earliestNs = size == 0 ? Long.MAX_VALUE : freeNs[earliest];
    }

    private int play(int node, int[] winners, long[] freeNs) {
        int a = winners[2 * node];
        int b = winners[2 * node + 1];
        losers[node] = freeNs[a] <= freeNs[b] ? b : a;
        loserNs[node] = freeNs[losers[node]];
        return freeNs[a] <= freeNs[b] ? a : b;
    }

    /** From this time on so many may begin work, none of it earlier. */
    void allow(int count, long atNs) {
        long[] freeNs = all();
        for (int i = 0; i < freeNs.length; i++) {
            freeNs[i] = Math.max(freeNs[i], atNs);
        }
        Arrays.sort(freeNs);
        barredNs = Arrays.copyOf(freeNs, freeNs.length - count);
        plant(Arrays.copyOfRange(freeNs, freeNs.length - count, freeNs.length));
    }

    private long[] all() {
        long[] freeNs = Arrays.copyOf(barredNs, barredNs.length + size);
        if (size > 0) {
            freeNs[barredNs.length] = earliestNs;
            System.arraycopy(loserNs, 1, freeNs, barredNs.length + 1, size - 1);
        }
        return freeNs;
    }

    /** How many may not begin work. */
    int barred() {
        return barredNs.length;
    }

    /** When the i-th of those who may not begin work is free. */
    long barredUntilNs(int i) {
        return barredNs[i];
    }

    /** All are free at this time: what they did is broken off. */
    void freeAll(long atNs) {
        Arrays.fill(barredNs, atNs);
        long[] freeNs = new long[size];
        Arrays.fill(freeNs, atNs);
        plant(freeNs);
    }
}
