package id.tenggat.stack;

import id.tenggat.scenario.Pool;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.stack.StationTally.Fate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;

/** What the live page shows: levels of the run that goes on, and counts since the stack started. */
final class LiveView {

    private final StateGauges.Sources sources;
    private final Tallies tallies;

    LiveView(StateGauges.Sources sources, Tallies tallies) {
        this.sources = sources;
        this.tallies = tallies;
    }

    JsonObject json() {
        StackRun run = sources.runs().current();
        JsonObject view = new JsonObject()
                .put("scenario", sources.scenario().name())
                .put("title", sources.scenario().title())
                .put("slice", sources.scenario().slice().toString())
                .put("run", sources.runs().begun())
                .put("clockMs", System.nanoTime() / 1_000_000)
                .put("engineNs", run.time().nowNs())
                .put("open", run.isOpen())
                .put("closes", run.closes().toString())
                .put("stations", stations(run))
                .put("pools", pools(run))
                .put("thirdParties", thirdParties())
                .put("machine", machine(run));
        tallies.ledger()
                .ifPresent(ledger -> view.put(
                        "ledger",
                        new JsonObject().put("commits", ledger.commits()).put("entries", ledger.entries())));
        return view;
    }

    private JsonArray stations(StackRun run) {
        List<Station> settings = sources.scenario().stack().stations();
        JsonArray stations = new JsonArray();
        for (int i = 0; i < settings.size(); i++) {
            LiveStation station = run.stations().get(i);
            JsonObject shown = new JsonObject()
                    .put("name", settings.get(i).name())
                    .put("queue", station.waiting())
                    .put("queueLimit", settings.get(i).queueLimit())
                    .put("busy", station.busy())
                    .put("workers", station.workers())
                    .put("down", station.isDown());
            stations.add(counts(shown, tallies.station(i)));
        }
        return stations;
    }

    private static JsonObject counts(JsonObject shown, StationTally tally) {
        shown.put("entered", tally.entered());
        for (Fate fate : Fate.values()) {
            shown.put(fate.word(), tally.ended(fate));
        }
        return shown.put("wastedSeconds", tally.wastedSeconds());
    }

    private JsonArray pools(StackRun run) {
        List<Pool> settings = sources.scenario().stack().pools();
        JsonArray pools = new JsonArray();
        for (int i = 0; i < settings.size(); i++) {
            LivePool pool = run.pools().get(i);
            pools.add(new JsonObject()
                    .put("name", settings.get(i).name())
                    .put("queue", pool.waiting())
                    .put("busy", pool.busy())
                    .put("connections", settings.get(i).size()));
        }
        return pools;
    }

    private JsonArray thirdParties() {
        JsonArray parties = new JsonArray();
        for (int i = 0; i < sources.scenario().stack().thirdParties().size(); i++) {
            CountedThirdParties.Tally tally = tallies.thirdParty(i);
            parties.add(new JsonObject()
                    .put(
                            "name",
                            sources.scenario().stack().thirdParties().get(i).name())
                    .put("well", tally.answered().getLongValue())
                    .put("failed", tally.failed().getLongValue()));
        }
        return parties;
    }

    private JsonObject machine(StackRun run) {
        return new JsonObject()
                .put("connections", sources.doors().open())
                .put("keptBodiesBytes", sources.budget().heldBytes())
                .put("keptBodiesLimitBytes", sources.budget().limitBytes())
                .put("loopLateMaxNs", run.fidelity().alarms().maxNs())
                .put("faults", sources.faults().count());
    }
}
