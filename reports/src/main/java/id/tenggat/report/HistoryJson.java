package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.history.Change;
import id.tenggat.history.Changes;
import id.tenggat.history.Setup;

import java.util.Locale;

/**
 * Where the numbers of a history have changed, for programs. Values are in the metric's unit: nanoseconds, shares from 0 to 1,
 * ratios, counts; a relative change of 0.1 is 10 %.
 */
public final class HistoryJson {

    private HistoryJson() {}

    /** Indented; ends in a line feed. */
    public static String of(Changes changes) {
        ObjectNode json = JsonText.object();
        json.put("level", changes.search().level());
        ArrayNode setups = json.putArray("setups");
        changes.setups().forEach(setup -> put(setups.addObject(), setup));
        return JsonText.indented(json);
    }

    private static void put(ObjectNode json, Changes.OfSetup changes) {
        Setup setup = changes.history().setup();
        json.put("scenario", setup.scenario()).put("slice", setup.slice()).put("engine", setup.engine());
        json.put("runs", changes.history().runs().size());
        json.put("figures", changes.history().figures().size());
        ArrayNode items = json.putArray("changes");
        changes.changes().forEach(change -> put(items.addObject(), change));
    }

    private static void put(ObjectNode json, Change change) {
        json.put("figure", change.figure().text())
                .put("unit", change.figure().metric().unit().name().toLowerCase(Locale.ROOT));
        json.put("since", change.since().at().toString());
        change.since().commit().ifPresent(commit -> json.put("commit", commit));
        json.put("before", change.point().before()).put("after", change.point().after());
        change.point().relativeChange().ifPresent(share -> json.put("relativeChange", share));
        json.put("p", change.point().p());
        json.put("direction", change.direction().name().toLowerCase(Locale.ROOT));
        json.put("newest", change.newest()).put("anotherScenarioFile", change.isOfAnotherScenario());
    }
}
