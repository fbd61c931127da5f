package id.tenggat.policy;

import id.tenggat.state.State;

/** Admits while fewer are inside than a limit says, and lets the limit learn from how they leave. */
final class LimitGate implements Gate {

    /** A limit that moves. */
    interface Limit {
        /** How many may be inside, 1 or more. */
        int now();

        /** A request has left. */
        void learn(Sample sample);

        /** Carries what is kept. */
        void carry(State state);
    }

    /**
     * A request that has left.
     *
     * @param nowNs when
     * @param insideNs how long it was inside
     * @param inside how many were inside with it, itself counted
     */
    record Sample(long nowNs, long insideNs, int inside, Exit exit) {}

    private final Limit limit;
    private int inside;

    LimitGate(Limit limit) {
        this.limit = limit;
    }

    @Override
    public boolean admits(long nowNs) {
        boolean admits = inside < limit.now();
        inside += admits ? 1 : 0;
        return admits;
    }

    @Override
    public void leaves(long nowNs, long insideNs, Exit exit) {
        limit.learn(new Sample(nowNs, insideNs, inside, exit));
        inside--;
    }

    @Override
    public void carry(State state) {
        limit.carry(state);
        inside = state.of(inside);
    }
}
