package id.tenggat.policy;

import id.tenggat.scenario.CallRules;
import id.tenggat.scenario.CallRules.Retries;
import id.tenggat.state.State;

/**
 * Guards one station's calls of one third party: asks the breaker before each, and after each that failed whether it may
 * be made again at once. Not safe for use by several threads.
 */
public final class CallGuard {

    /** The permit of a call that may not be made. */
    public static final long REFUSED = -1;

    private final Breaker breaker;
    private final int attempts;
    private final double deposit;
    private final double most;
    private double budget;

    public CallGuard(CallRules rules) {
        breaker = rules.breaker().<Breaker>map(CountingBreaker::new).orElse(Breaker.NONE);
        attempts = rules.retries().map(Retries::attempts).orElse(1);
        deposit = rules.retries().map(Retries::deposit).orElse(0.0);
        most = rules.retries().map(Retries::most).orElse(0.0);
        budget = most;
    }

    /**
     * A permit for a call that would begin now, to be given back when it ends; or {@link #REFUSED}.
     *
     * @param attempt 0 for a first call, which pays into the budget
     */
    public long begin(long nowNs, int attempt) {
        if (attempt == 0) {
            budget = Math.min(most, budget + deposit);
        }
        return breaker.begin(nowNs);
    }

    /** A call was well. */
    public void well(long nowNs, long permit) {
        breaker.end(nowNs, permit, Breaker.Result.WELL);
    }

    /**
     * A call failed; true if it is to be made again now, which takes one retry from the budget.
     *
     * @param attempt the number of this one, from 0
     */
    public boolean failed(long nowNs, long permit, int attempt) {
        breaker.end(nowNs, permit, Breaker.Result.FAILED);
        boolean again = attempt + 1 < attempts && budget >= 1;
        budget -= again ? 1 : 0;
        return again;
    }

    /** Carries what is kept. */
    public void carry(State state) {
        budget = state.of(budget);
        breaker.carry(state);
    }

    /** Decides which calls are made at all. */
    interface Breaker {

        /** How a call ended. */
        enum Result {
            WELL,
            FAILED
        }

        /** Lets everything through. */
        Breaker NONE = nowNs -> 0;

        /** A permit, or {@link CallGuard#REFUSED}. */
        long begin(long nowNs);

        /** The call of this permit has ended. */
        default void end(long nowNs, long permit, Result result) {}

        /** Carries what is kept; nothing, if nothing is. */
        default void carry(State state) {}
    }
}
