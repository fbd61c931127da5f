package id.tenggat.stack;

import id.tenggat.scenario.Scenario;
import io.vertx.core.internal.ContextInternal;

import java.time.InstantSource;

/** The run that goes on, and how the next one begins. */
final class StackRuns {

    /** What outlives a run. */
    record Lasting(
            Scenario scenario,
            ContextInternal context,
            ThirdParties thirdParties,
            Fidelity fidelity,
            Tallies tallies,
            InstantSource clock) {}

    private final Lasting lasting;
    private Beginning beginning;
    private Preload preload = Preload.NOTHING;
    private StackRun current;
    private long begun;

    /** Begins an unmeasured run now. */
    StackRuns(Lasting lasting) {
        this.lasting = lasting;
        this.beginning = Beginning.unmeasured(lasting.clock());
        this.current = newRun();
    }

    /** How many have begun, the one that goes on among them. */
    long begun() {
        return begun;
    }

    StackRun current() {
        return current;
    }

    /** Breaks what is inside and begins anew. */
    void begin(Beginning next) {
        beginning = next;
        restart();
    }

    /** Breaks what is inside and begins anew at the same instant, with this in the ledger. */
    void preload(Preload next) {
        preload = next;
        restart();
    }

    /** Breaks what is inside. */
    void close() {
        current.close();
    }

    private void restart() {
        current.close();
        lasting.fidelity().reset();
        current = newRun();
    }

    private StackRun newRun() {
        begun++;
        Scenario scenario = lasting.scenario();
        EngineTime time = new LoopTime(lasting.context(), beginning.originNanoTime(lasting.clock()));
        Ledger ledger = new MemoryLedger(scenario.journey(), preload);
        return new StackRun(
                new StackRun.Parts(
                        scenario, time, lasting.thirdParties(), ledger, lasting.fidelity(), lasting.tallies()),
                beginning.intervalNs());
    }
}
