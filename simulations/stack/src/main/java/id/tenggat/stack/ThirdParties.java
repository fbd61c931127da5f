package id.tenggat.stack;

/** Somebody else's services, called while a worker is held. */
interface ThirdParties {

    /** Calls one; the answer comes on the caller's thread. */
    void call(Call call, Caller caller);

    /**
     * One call, whose outcome the model has drawn already.
     *
     * @param thirdParty index in the scenario's third parties
     * @param delayNs how long it takes to answer
     * @param fails whether it answers with an error
     */
    record Call(int thirdParty, long delayNs, boolean fails) {}

    /** Who waits for an answer. */
    interface Caller {
        void answered(boolean well);
    }
}
