package id.tenggat.policy;

import id.tenggat.scenario.CallFault;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Stack.ThirdParty;

import java.util.Optional;

/**
 * What becomes of a third party's calls for a while: shares of them, which are taken in this order, so that what is left
 * over may be less than the last share, and how long the delay is.
 *
 * @param slowness factor on the delay
 */
record CallOdds(double errors, double resets, double malformed, double slowChunks, double slowness) {

    /** What holds without incidents. */
    static CallOdds of(ThirdParty settings) {
        CallFaults faults = settings.faults();
        return new CallOdds(
                settings.errorShare(),
                faults.resetShare(),
                faults.malformedShare(),
                faults.slowChunks().share(),
                1);
    }

    /** How a call of this uniform draw fails, if it does. */
    Optional<CallFault> fault(double uniform) {
        if (!fails(uniform)) {
            return Optional.empty();
        } else if (uniform < errors) {
            return Optional.of(CallFault.ERROR);
        }
        return Optional.of(uniform < errors + resets ? CallFault.RESET : CallFault.MALFORMED);
    }

    boolean fails(double uniform) {
        return uniform < errors + resets + malformed;
    }

    /** Whether the answer to a call of this uniform draw comes in pieces, unless it fails. */
    boolean dribbles(double uniform) {
        return uniform < errors + resets + malformed + slowChunks;
    }

    long slowed(long delayNs) {
        return slowness == 1 ? delayNs : (long) (delayNs * slowness);
    }

    /** The same while this effect holds too: slowness multiplies, and of two shares the larger holds. */
    CallOdds with(Effect.OnThirdParty effect) {
        if (effect instanceof Effect.Delays delays) {
            return new CallOdds(errors, resets, malformed, slowChunks, slowness * delays.factor());
        }
        Effect.FailsCalls fails = (Effect.FailsCalls) effect;
        double share = fails.share();
        return switch (fails.how()) {
            case ERROR -> new CallOdds(Math.max(errors, share), resets, malformed, slowChunks, slowness);
            case RESET -> new CallOdds(errors, Math.max(resets, share), malformed, slowChunks, slowness);
            case MALFORMED -> new CallOdds(errors, resets, Math.max(malformed, share), slowChunks, slowness);
        };
    }
}
