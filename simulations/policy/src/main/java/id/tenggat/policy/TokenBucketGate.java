package id.tenggat.policy;

import id.tenggat.scenario.Stack.Admission.TokenBucket;
import id.tenggat.state.State;

/** A token bucket that starts full; each admission takes one token (Turner, IEEE Communications Magazine 24, 1986). */
final class TokenBucketGate implements Gate {

    private final double tokensPerNs;
    private final double burst;
    private double tokens;
    private long filledNs;

    TokenBucketGate(TokenBucket settings) {
        tokensPerNs = settings.ratePerSecond() / 1e9;
        burst = settings.burst();
        tokens = burst;
    }

    @Override
    public boolean admits(long nowNs) {
        tokens = Math.min(burst, tokens + (nowNs - filledNs) * tokensPerNs);
        filledNs = nowNs;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    @Override
    public void carry(State state) {
        tokens = state.of(tokens);
        filledNs = state.of(filledNs);
    }
}
