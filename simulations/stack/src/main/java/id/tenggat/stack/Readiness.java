package id.tenggat.stack;

import id.tenggat.ledger.Archive;
import id.tenggat.scenario.Stack.Station;

import java.util.ArrayList;
import java.util.List;

/** Whether a journey's request could be served to the end now, and if not, why not. */
final class Readiness {

    /** A commit that takes longer is stuck. */
    private static final long COMMIT_NS_MAX = 5_000_000_000L;

    private final StateGauges.Sources sources;

    Readiness(StateGauges.Sources sources) {
        this.sources = sources;
    }

    private List<String> ledger() {
        Archive archive = sources.runs().archive();
        if (archive.failure().isPresent()) {
            return List.of(
                    "the ledger can't be kept any more: " + archive.failure().get());
        }
        return archive.busyNs() > COMMIT_NS_MAX
                ? List.of("the ledger has been at one commit for " + archive.busyNs() / 1_000_000_000 + " s")
                : List.of();
    }

    /** Empty if it could; else one sentence each, for people. */
    List<String> obstacles() {
        List<String> obstacles = new ArrayList<>();
        StackRun run = sources.runs().current();
        if (!run.isOpen()) {
            obstacles.add("the registration closed at " + run.closes());
        }
        List<Station> settings = sources.scenario().stack().stations();
        for (int i = 0; i < settings.size(); i++) {
            if (run.stations().get(i).isDown()) {
                obstacles.add("the station " + settings.get(i).name() + " is down");
            }
        }
        obstacles.addAll(ledger());
        if (sources.budget().isExhausted()) {
            obstacles.add("as many bytes of posted documents are kept as may be: "
                    + sources.budget().limitBytes());
        }
        return obstacles;
    }
}
