package id.tenggat.stack;

import id.tenggat.policy.DrawnCall;

/** Somebody else's services, called while a worker is held. */
interface ThirdParties {

    /** Calls one; the answer comes on the caller's thread. */
    void call(Call call, Caller caller);

    /**
     * One call, whose outcome the model has drawn already.
     *
     * @param thirdParty index in the scenario's third parties
     * @param time of the run that waits for it, by which it is timed: made by an alarm that is late, it is no longer for that
     */
    record Call(int thirdParty, DrawnCall drawn, EngineTime time) {}

    /** Who waits for an answer. */
    interface Caller {
        void answered(boolean well);
    }
}
