package id.tenggat.stack;

/** Where the figures of a run are the machine's and not the model's. */
final class Fidelity {

    private Lateness work = new Lateness();
    private Lateness alarms = new Lateness();
    private Lateness calls = new Lateness();

    /** Real work that outlasted the modelled service. */
    Lateness work() {
        return work;
    }

    /** Ends of service that the event loop saw later than they were due. Every one counts. */
    Lateness alarms() {
        return alarms;
    }

    /** Third parties' answers that took longer than was drawn. */
    Lateness calls() {
        return calls;
    }

    /** Forgets all. */
    void reset() {
        work = new Lateness();
        alarms = new Lateness();
        calls = new Lateness();
    }
}
