package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.Provenance;
import id.tenggat.recording.Provenance.Axis;
import id.tenggat.recording.TimelineRow;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the page's charts of one recording show: arrays with one number an interval. */
final class ChartSeries {

    private final Judged judged;
    private final Provenance provenance;
    private final List<TimelineRow> timeline;
    private final ObjectNode json = JsonText.object();

    private ChartSeries(Judged judged) {
        this.judged = judged;
        this.provenance = judged.provenance();
        this.timeline = judged.recording().timeline();
    }

    static ObjectNode of(Judged judged) {
        return new ChartSeries(judged).tree();
    }

    private ObjectNode tree() {
        axis();
        applicants();
        attempts();
        new StationSeries(judged).addTo(json);
        new LatencySeries(judged).addTo(json);
        injector();
        RegencySeries.addTo(json, judged.recording().regencies());
        return json;
    }

    private void axis() {
        Axis axis = provenance.axis();
        json.put("label", judged.label()).put("slice", provenance.part().slice());
        json.put("zone", axis.zone().getId()).put("due", provenance.due().applicants());
        json.put("start", axis.origin().toEpochMilli() / 1e3);
        json.put("calendarSeconds", axis.calendarSeconds());
        json.put("intervalSeconds", axis.intervalSeconds());
        ArrayNode deadlines = json.putArray("deadlines");
        axis.deadlines().forEach(deadline -> deadlines.add(deadline.getEpochSecond()));
    }

    /** At the end of each interval. */
    private void applicants() {
        ArrayNode came = json.putArray("came");
        ArrayNode completed = json.putArray("completed");
        long cameSoFar = provenance.due().carriedIn();
        long completedSoFar = 0;
        for (TimelineRow row : timeline) {
            came.add(cameSoFar += row.arrivals());
            completed.add(completedSoFar += row.endings().of(Ending.COMPLETED));
        }
        ChartNumbers.counts(json, "inside", timeline, TimelineRow::inside);
    }

    private void attempts() {
        ChartNumbers.counts(json, "begun", timeline, TimelineRow::begun);
        ChartNumbers.counts(json, "sent", timeline, TimelineRow::sent);
        addFate("served", Fate.SERVED);
        addFate("rejected", Fate.REJECTED);
        addFate("timedOut", Fate.TIMED_OUT);
        addFate("failed", Fate.FAILED);
    }

    private void addFate(String name, Fate fate) {
        ChartNumbers.counts(json, name, timeline, row -> row.fates().of(fate));
    }

    /** One number a second of a live run, however long its intervals are. */
    private void injector() {
        if (judged.recording().injector().isEmpty()) {
            return;
        }
        ObjectNode injector = json.putObject("injector");
        double lapse = provenance.axis().timeLapse();
        add(injector, "offsets", second -> second.second() * lapse);
        add(injector, "slipP50Seconds", second -> second.slip().p50Us() / 1e6);
        add(injector, "slipP99Seconds", second -> second.slip().p99Us() / 1e6);
        add(injector, "slipMaxSeconds", second -> second.slip().maxUs() / 1e6);
        add(injector, "process", second -> second.load().process());
        add(injector, "machine", second -> second.load().machine());
        add(injector, "collecting", second -> second.load().collecting());
    }

    private void add(ObjectNode injector, String name, ToDoubleFunction<InjectorSecond> value) {
        ChartNumbers.of(injector, name, judged.recording().injector(), value);
    }
}
