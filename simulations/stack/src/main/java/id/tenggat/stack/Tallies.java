package id.tenggat.stack;

import id.tenggat.ledger.Archive;
import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;
import io.vertx.core.internal.ContextInternal;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is counted from the start of a stack to its end, whatever runs begin: what Prometheus reads must not fall. */
final class Tallies {

    private final Metrics metrics = new Metrics();
    private final List<StationTally> stations;
    private final List<PoolTally> pools;
    private final List<CountedThirdParties.Tally> thirdParties;
    private final HttpTally http = new HttpTally(metrics);
    private final LateTally late = new LateTally(metrics);
    private @Nullable LedgerTally ledger;

    Tallies(Stack stack) {
        stations = StationTally.of(
                stack.stations().stream().map(Stack.Station::name).toList(), metrics);
        pools = PoolTally.of(stack.pools().stream().map(Pool::name).toList(), metrics);
        thirdParties = CountedThirdParties.Tally.of(
                stack.thirdParties().stream().map(Stack.ThirdParty::name).toList(), metrics);
    }

    /** Those of this scenario, which nobody reads. */
    static Tallies unread(Scenario scenario) {
        return new Tallies(scenario.stack());
    }

    Metrics metrics() {
        return metrics;
    }

    StationTally station(int index) {
        return stations.get(index);
    }

    PoolTally pool(int index) {
        return pools.get(index);
    }

    CountedThirdParties.Tally thirdParty(int index) {
        return thirdParties.get(index);
    }

    HttpTally http() {
        return http;
    }

    LateTally late() {
        return late;
    }

    /** The same third parties, counted. */
    ThirdParties counted(ThirdParties called) {
        return new CountedThirdParties(called, thirdParties);
    }

    /** Serves what becomes of this log's lines. */
    void watch(AccessLog log) {
        metrics.counted(
                "access_log_lines",
                "Lines of the access log by what became of them.",
                "fate",
                Map.of("written", log::written, "dropped", log::dropped));
    }

    /** For a ledger that commits; its metrics are served from the first time on that it asks for this. */
    LedgerTally ledgerThatCommits() {
        if (ledger == null) {
            ledger = new LedgerTally(metrics);
        }
        return ledger;
    }

    /** What a ledger calls that commits for this event loop. */
    Archive.Calls ledgerOn(ContextInternal loop) {
        return new Archive.Calls(task -> loop.runOnContext(ignored -> task.run()), ledgerThatCommits()::committed);
    }

    /** Empty where nothing is committed. */
    Optional<LedgerTally> ledger() {
        return Optional.ofNullable(ledger);
    }
}
