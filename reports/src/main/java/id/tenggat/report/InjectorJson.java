package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.Recording;
import id.tenggat.summary.Strain;

/** The part of the summary for programs that tells of a live run's injector. */
final class InjectorJson {

    private InjectorJson() {}

    static void put(ObjectNode json, Strain strain, Recording recording) {
        json.put("seconds", strain.seconds()).put("secondsBehind", strain.behind());
        strain.shortage().ifPresent(shortage -> json.put("shortage", shortage.name()));
        json.put("noPort", strain.failures().of(ConnectFailure.NO_PORT))
                .put("noFile", strain.failures().of(ConnectFailure.NO_FILE))
                .put("refused", strain.failures().of(ConnectFailure.REFUSED))
                .put("unanswered", strain.failures().of(ConnectFailure.UNANSWERED))
                .put("other", strain.failures().of(ConnectFailure.OTHER));
        ArrayNode seconds = json.putArray("perSecond");
        recording.injector().forEach(second -> put(seconds.addObject(), second));
    }

    private static void put(ObjectNode json, InjectorSecond second) {
        json.put("second", second.second())
                .put("sent", second.slip().sent())
                .put("slipP50Us", second.slip().p50Us())
                .put("slipP99Us", second.slip().p99Us())
                .put("slipMaxUs", second.slip().maxUs())
                .put("processShare", second.load().process())
                .put("machineShare", second.load().machine())
                .put("stolenShare", second.load().stolen())
                .put("collectingShare", second.load().collecting())
                .put("openFiles", second.sockets().open());
    }
}
