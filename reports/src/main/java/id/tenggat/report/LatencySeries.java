package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.recording.Fate;
import id.tenggat.recording.LatencyLog;
import id.tenggat.recording.LatencyLog.IntervalLatencies;
import id.tenggat.recording.LatencyLog.Latencies;
import id.tenggat.recording.LatencyLog.Quantile;
import id.tenggat.recording.Provenance;

import java.util.ArrayList;
import java.util.List;

/** What the page's charts show of served attempts' latency, from due. */
final class LatencySeries {

    private final Judged judged;
    private final LatencyLog latencies;

    LatencySeries(Judged judged) {
        this.judged = judged;
        this.latencies = judged.recording().latencies();
    }

    void addTo(ObjectNode json) {
        ArrayNode steps = json.putArray("steps");
        for (Provenance.Step step : judged.provenance().steps()) {
            String tag = LatencyLog.tag(step.name(), Fate.SERVED);
            ObjectNode each = steps.addObject().put("name", step.name());
            addOverTime(each, latencies.overTime(tag));
            latencies.total(tag).ifPresent(all -> addSpectrum(each, all));
        }
    }

    private void addOverTime(ObjectNode step, List<IntervalLatencies> rows) {
        int intervals = judged.recording().timeline().size();
        ChartNumbers.all(
                step,
                "p99Seconds",
                ChartNumbers.perInterval(intervals, rows, IntervalLatencies::interval, row -> row.p99Us() / 1e6));
    }

    /**
     * The distribution over the whole run, on an axis of nines: one value in so many is larger. Of a number of values, the
     * largest is the last of which that can be said: one in so many as there are.
     */
    private static void addSpectrum(ObjectNode step, Latencies all) {
        List<Quantile> points = new ArrayList<>(all.spectrum());
        points.removeIf(point -> oneIn(point) >= all.count());
        step.put("count", all.count()).put("maxSeconds", all.maxUs() / 1e6);
        ChartNumbers.of(step, "oneIn", points, LatencySeries::oneIn);
        ChartNumbers.of(step, "spectrumSeconds", points, point -> point.us() / 1e6);
    }

    private static double oneIn(Quantile point) {
        return 1 / (1 - point.share());
    }
}
