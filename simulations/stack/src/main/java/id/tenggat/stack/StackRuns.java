package id.tenggat.stack;

import id.tenggat.ledger.Archive;
import id.tenggat.ledger.Ledger;
import id.tenggat.scenario.Scenario;
import io.vertx.core.internal.ContextInternal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The run that goes on, and how the next one begins. */
final class StackRuns {

    /** What outlives a run. */
    record Lasting(
            Scenario scenario,
            ContextInternal context,
            ThirdParties thirdParties,
            Fidelity fidelity,
            Archive archive,
            Tallies tallies,
            InstantSource clock) {}

    private final Lasting lasting;
    private Beginning beginning;
    private Preload preload = Preload.NOTHING;
    private StackRun current;
    private long begun;

    /** Goes on with the run that the archive knows, or begins an unmeasured one now. */
    StackRuns(Lasting lasting) {
        this.lasting = lasting;
        Optional<Archive.Known> known = lasting.archive().known();
        this.beginning = known.flatMap(Archive.Known::begun)
                .map(Beginning::of)
                .orElseGet(() -> Beginning.unmeasured(lasting.clock()));
        this.current = newRun(known.map(Archive.Known::ledger).orElseGet(this::newLedger));
    }

    /** How many have begun, the one that goes on among them. */
    long begun() {
        return begun;
    }

    /** The ledgers of all runs. */
    Archive archive() {
        return lasting.archive();
    }

    StackRun current() {
        return current;
    }

    /** Breaks what is inside and begins anew. */
    void begin(Beginning next) {
        beginning = next;
        Ledger crowded = current.ledger();
        restart(() -> lasting.archive().beginAgain(crowded, next.label()).orElseGet(this::newLedger));
    }

    /** Breaks what is inside and begins anew at the same instant, with this in the ledger. */
    void preload(Preload next) {
        preload = next;
        restart(this::newLedger);
    }

    /** Breaks what is inside. */
    void close() {
        current.close();
    }

    private void restart(Supplier<Ledger> ledger) {
        current.close();
        lasting.fidelity().reset();
        current = newRun(ledger.get());
    }

    /** A stage that fails is told of by all later ones, too. */
    private Ledger newLedger() {
        Ledger ledger = lasting.archive().begin(beginning.label());
        var unused = ledger.enterCrowd(preload.entries());
        return ledger;
    }

    private StackRun newRun(Ledger ledger) {
        begun++;
        Scenario scenario = lasting.scenario();
        EngineTime time = new LoopTime(lasting.context(), beginning.originNanoTime(lasting.clock()));
        return new StackRun(
                new StackRun.Parts(
                        scenario, time, lasting.thirdParties(), ledger, lasting.fidelity(), lasting.tallies()),
                beginning.intervalNs());
    }
}
