package id.tenggat.stack;

import id.tenggat.ledger.Archive;
import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.scenario.Scenario;
import id.tenggat.slice.Rehearsal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;

/**
 * A run beside the run, for {@link Rehearsal}s: stations, rooms and a ledger of its own, played through the same classes, seen by
 * no metric, health or audit. It begins with the first request that comes to it, and is thrown away when a run begins.
 */
final class RehearsalStage {

    /** What the paths of its requests begin with. */
    static final String BASE = "/warm-up";

    /** Stations are measured as in a run, and nobody reads it. */
    private static final long INTERVAL_NS = 1_000_000_000;

    /** Whoever rehearses for longer begins anew, so that what is remembered stays small. */
    private static final long LASTS_NS_MAX = 3_600 * INTERVAL_NS;

    /**
     * What it works with.
     *
     * @param ledger where the run beside keeps its own: this one is kept alike, and leaves nothing
     */
    record Tools(
            Vertx vertx,
            ContextInternal loop,
            ThirdPartyHost.Way thirdParties,
            LedgerPlace ledger,
            Faults faults,
            InstantSource clock) {}

    private final Tools tools;
    private final Scenario scenario;
    private final Callbacks callbacks;
    private @Nullable StackRuns runs;

    /** @param scenario of the run beside it */
    RehearsalStage(Tools tools, Scenario scenario, Callbacks callbacks) {
        this.tools = tools;
        this.scenario = Rehearsal.of(scenario);
        this.callbacks = callbacks;
    }

    /** Where its third parties call back. */
    Callbacks callbacks() {
        return callbacks;
    }

    /** What goes on; begins it, if nothing does, or something for too long. */
    StackRuns runs() {
        if (runs != null && runs.current().time().nowNs() > LASTS_NS_MAX) {
            var unused = end();
        }
        StackRuns playing = runs == null ? begun() : runs;
        runs = playing;
        return playing;
    }

    private StackRuns begun() {
        Tallies tallies = Tallies.unread(scenario);
        Fidelity fidelity = new Fidelity(tallies.late());
        ThirdParties thirdParties = tallies.counted(tools.thirdParties()
                .of(new ThirdPartyHost.Callers(scenario.stack(), callbacks, fidelity, tools.faults())));
        Archive archive = archive(tallies.ledgerOn(tools.loop()));
        StackRuns fresh = new StackRuns(
                new StackRuns.Lasting(scenario, tools.loop(), thirdParties, fidelity, archive, tallies, tools.clock()));
        fresh.begin(new Beginning(tools.clock().instant(), INTERVAL_NS));
        return fresh;
    }

    /** Where nothing can be kept for a while, memory has to do. */
    private Archive archive(Archive.Calls calls) {
        try {
            return Archive.openUnkept(tools.ledger(), scenario, calls);
        } catch (LedgerException refused) {
            return inMemory(calls);
        }
    }

    private Archive inMemory(Archive.Calls calls) {
        try {
            return Archive.openUnkept(LedgerPlace.memory(), scenario, calls);
        } catch (LedgerException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Breaks what is inside and throws all away; complete when the ledger is gone too, whose thread the event loop does not wait for. */
    Future<?> end() {
        StackRuns ended = runs;
        runs = null;
        if (ended == null) {
            return Future.succeededFuture();
        }
        ended.close();
        return tools.vertx().executeBlocking(() -> {
            ended.archive().close();
            return ended;
        });
    }
}
