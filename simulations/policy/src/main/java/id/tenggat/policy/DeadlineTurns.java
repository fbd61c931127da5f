package id.tenggat.policy;

/** Whoever will give up first stands in front (Liu and Layland, Journal of the ACM 20, 1973). */
final class DeadlineTurns implements Turns {

    @Override
    public long rank(int client, long givesUpNs) {
        return givesUpNs;
    }

    @Override
    public End next(long nowNs) {
        return End.FRONT;
    }
}
