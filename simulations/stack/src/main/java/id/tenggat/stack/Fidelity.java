package id.tenggat.stack;

/** Where the figures of a run are the machine's and not the model's. */
final class Fidelity {

    /** What was late. */
    enum Cause {
        WORK,
        EVENT_LOOP,
        THIRD_PARTY
    }

    /** Who hears of each lateness, whatever run it belongs to. */
    interface Witness {
        void late(Cause cause, long ns);
    }

    private final Witness witness;
    private Lateness work;
    private Lateness alarms;
    private Lateness calls;

    /** Without a witness. */
    Fidelity() {
        this((cause, ns) -> {});
    }

    Fidelity(Witness witness) {
        this.witness = witness;
        work = lateness(Cause.WORK);
        alarms = lateness(Cause.EVENT_LOOP);
        calls = lateness(Cause.THIRD_PARTY);
    }

    private Lateness lateness(Cause cause) {
        return new Lateness(ns -> witness.late(cause, ns));
    }

    /** Real work that outlasted the modelled service. */
    Lateness work() {
        return work;
    }

    /** Ends of service that the event loop saw later than they were due. Every one counts. */
    Lateness alarms() {
        return alarms;
    }

    /** Third parties' answers that came, or were passed on, later than was drawn. Every one counts. */
    Lateness calls() {
        return calls;
    }

    /** Forgets all. */
    void reset() {
        work = lateness(Cause.WORK);
        alarms = lateness(Cause.EVENT_LOOP);
        calls = lateness(Cause.THIRD_PARTY);
    }
}
