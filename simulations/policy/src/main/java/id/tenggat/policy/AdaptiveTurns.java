package id.tenggat.policy;

import id.tenggat.scenario.Stack.Discipline.AdaptiveLifo;
import id.tenggat.state.State;

/** The oldest first while the line is young, the newest first once it has stood for too long. */
final class AdaptiveTurns implements Turns {

    private final long afterNs;
    private long begunNs;

    AdaptiveTurns(AdaptiveLifo settings) {
        afterNs = settings.after().toNanos();
    }

    @Override
    public void lineBegins(long nowNs) {
        begunNs = nowNs;
    }

    @Override
    public End next(long nowNs) {
        return nowNs - begunNs > afterNs ? End.BACK : End.FRONT;
    }

    @Override
    public void carry(State state) {
        begunNs = state.of(begunNs);
    }
}
