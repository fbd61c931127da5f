package id.tenggat.stack;

import id.tenggat.policy.DrawnCall;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.scenario.CallFault;

import java.util.LinkedHashMap;
import java.util.Map;

/** A call over HTTP that is under way: what the far side is told of it, and what is made of what comes back. */
final class OpenCall {

    /** What the way there and back may take without a call being late; twice what it takes on a busy machine. */
    static final long WAY_NS = 3_000_000;

    /** How much longer than drawn an answer may take before the far side counts as broken. */
    private static final long BROKEN_AFTER_NS = 60_000_000_000L;

    /** How long an answer may take of which nothing is known beforehand. */
    private static final long LONGEST_NS = 600_000_000_000L;

    /** Who decides what happens. */
    enum Playing {
        /** The draws: the far side is told what it has to do, and anything else is a fault of this stack. */
        AS_DRAWN,
        /** The far side, which is told nothing. */
        AS_IT_COMES
    }

    /** What calls work with. */
    record Tools(Fidelity fidelity, Faults faults, Playing playing) {}

    private final ThirdParties.Call call;
    private final ThirdParties.Caller caller;
    private final Tools tools;
    private final long sentNs;
    private boolean over;

    OpenCall(ThirdParties.Call call, ThirdParties.Caller caller, Tools tools) {
        this.call = call;
        this.caller = caller;
        this.tools = tools;
        this.sentNs = call.time().nowNs();
    }

    int thirdParty() {
        return call.thirdParty();
    }

    DrawnCall drawn() {
        return call.drawn();
    }

    /** Runs a task so many nanoseconds after the call was made, or soon if that has passed. */
    EngineTime.Alarm at(long sinceSentNs, Runnable task) {
        return call.time().at(sentNs + sinceSentNs, task);
    }

    boolean isAsDrawn() {
        return tools.playing() == Playing.AS_DRAWN;
    }

    /** How long ago the call was made, in engine time. */
    long elapsedNs() {
        return call.time().nowNs() - sentNs;
    }

    /** When nobody waits for an answer any longer, in nanoseconds after the call. */
    long patienceNs() {
        return isAsDrawn() ? ServiceDraws.heldNs(drawn().heldNs(), BROKEN_AFTER_NS) : LONGEST_NS;
    }

    /**
     * What the far side is told, if it is told: to settle so many nanoseconds after the call was made, less the way and by how
     * much the event loop is late to make it; and how.
     */
    Map<String, String> orders(long settleNs) {
        Map<String, String> orders = new LinkedHashMap<>();
        if (isAsDrawn()) {
            orders.put(
                    DrawnAnswer.DELAY_MS_HEADER,
                    millis(settleNs - WAY_NS - call.time().lateNs()));
            drawn().fault().map(CallFault::word).ifPresent(word -> orders.put(DrawnAnswer.FAULT_HEADER, word));
            if (drawn().chunksNs() > 0) {
                orders.put(DrawnAnswer.CHUNKS_MS_HEADER, millis(drawn().chunksNs()));
            }
        }
        return orders;
    }

    private static String millis(long ns) {
        return Long.toString(Math.min(Math.max(0, ns) / 1_000_000, Integer.MAX_VALUE));
    }

    /** The far side has answered, wholly. */
    void answered(int status) {
        over(status < 400, "status " + status);
    }

    /** The far side has broken what is an answer. */
    void broken(Throwable cause) {
        over(false, cause.toString());
    }

    /** Ends it, if it is not over yet. */
    void over(boolean well, String heard) {
        if (over) {
            return;
        }
        over = true;
        if (!isAsDrawn()) {
            caller.answered(well);
            return;
        }
        if (well != drawn().isWell()) {
            tools.faults().happened("third party", new IllegalStateException(drawn() + " was drawn, heard " + heard));
        }
        waitForRest(drawn().heldNs() - elapsedNs(), well);
    }

    private void waitForRest(long restNs, boolean well) {
        if (restNs > 0) {
            at(drawn().heldNs(), () -> answer(call.time().lateNs(), well));
        } else {
            answer(-restNs, well);
        }
    }

    private void answer(long lateNs, boolean well) {
        tools.fidelity().calls().late(lateNs);
        caller.answered(well);
    }
}
