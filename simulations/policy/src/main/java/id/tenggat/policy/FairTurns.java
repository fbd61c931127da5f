package id.tenggat.policy;

import id.tenggat.state.State;

/**
 * Start-time fair queueing, each request at a cost of one (Goyal, Vin and Cheng, SIGCOMM 1996):
 *
 * <pre>
 *   rank = the greater of the virtual time, and the rank of this client's last request + 1
 *   virtual time = the rank of the request that was last taken out of the line
 * </pre>
 *
 * <p>Each client's ranks ascend, and nobody waits with a lower rank than the virtual time. So of those who wait when a new
 * client comes no more than one request each goes first, however many they have, and of those who come later none.
 */
final class FairTurns implements Turns {

    private final LastRanks lastRanks = new LastRanks();
    private long virtualTime;

    @Override
    public long rank(int client, long givesUpNs) {
        long rank = Math.max(virtualTime, lastRanks.of(client) + 1);
        lastRanks.put(client, rank, virtualTime);
        return rank;
    }

    @Override
    public void taken(long rank) {
        virtualTime = rank;
    }

    @Override
    public End next(long nowNs) {
        return End.FRONT;
    }

    @Override
    public void carry(State state) {
        virtualTime = state.of(virtualTime);
        lastRanks.carry(state, virtualTime);
    }
}
