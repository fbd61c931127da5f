package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.summary.StationLoad;
import id.tenggat.summary.StationLoad.Erlangs;

import java.util.OptionalDouble;

/** One station's load as JSON; its names stand in {@link JsonSummary}. */
final class LoadJson {

    private LoadJson() {}

    static void put(ObjectNode json, StationLoad load) {
        json.put("station", load.totals().station().name()).put("arrivals", load.arrivals());
        put(json, "meanHoldNs", load.meanHoldNs());
        load.offered().ifPresent(offered -> {
            put(json, "offered", offered);
            json.put("workersForOfferedPeak", offered.workersForPeak());
        });
        load.firsts().ifPresent(firsts -> {
            put(json, "firstAttempts", firsts);
            json.put("workersForFirstAttemptsPeak", firsts.workersForPeak());
        });
        put(json, "carried", load.carried());
        put(json, "utilisation", load.utilisation());
        json.put("queueMean", load.queueMean());
        put(json, "meanWaitNs", load.meanWaitNs());
        load.firstFull().ifPresent(at -> json.put("firstFullAt", at.toString()));
        load.firstRejecting().ifPresent(at -> json.put("firstRejectingAt", at.toString()));
        ArrayNode steps = json.putArray("steps");
        load.steps().forEach(step -> steps.addObject()
                .put("name", step.name())
                .put("sent", step.sent())
                .put("share", step.share()));
    }

    private static void put(ObjectNode json, String name, Erlangs erlangs) {
        json.putObject(name + "Erlangs")
                .put("mean", erlangs.mean())
                .put("peak", erlangs.peak().value())
                .put("peakAt", erlangs.peak().at().toString());
    }

    private static void put(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.put(name, number));
    }
}
