package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.InjectorSecond;
import id.tenggat.recording.LatencyLog;
import id.tenggat.recording.LatencyLog.IntervalLatencies;
import id.tenggat.recording.Provenance;
import id.tenggat.recording.Provenance.Axis;
import id.tenggat.recording.StationRow;
import id.tenggat.recording.StationSample;
import id.tenggat.recording.TimelineRow;
import id.tenggat.summary.StationSummary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the page's charts of one recording show: arrays with one number an interval, four significant digits. */
final class ChartSeries {

    private static final MathContext DIGITS = new MathContext(4);

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
        Axis axis = provenance.axis();
        json.put("label", judged.label()).put("slice", provenance.part().slice());
        json.put("zone", axis.zone().getId()).put("due", provenance.due().applicants());
        json.put("start", axis.origin().toEpochMilli() / 1e3);
        json.put("calendarSeconds", axis.intervalSeconds() * axis.timeLapse());
        ArrayNode deadlines = json.putArray("deadlines");
        axis.deadlines().forEach(deadline -> deadlines.add(deadline.getEpochSecond()));
        applicants();
        attempts();
        stations();
        latencies();
        injector();
        return json;
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
        add("inside", TimelineRow::inside);
    }

    private void attempts() {
        double seconds = provenance.axis().intervalSeconds();
        add("sentPerSecond", row -> row.sent() / seconds);
        add("servedPerSecond", row -> row.fates().of(Fate.SERVED) / seconds);
        add("rejectedPerSecond", row -> row.fates().of(Fate.REJECTED) / seconds);
        add("timedOutPerSecond", row -> row.fates().of(Fate.TIMED_OUT) / seconds);
        add("failedPerSecond", row -> row.fates().of(Fate.FAILED) / seconds);
    }

    private void add(String name, ToDoubleFunction<TimelineRow> value) {
        ArrayNode array = json.putArray(name);
        timeline.forEach(row -> array.add(rounded(value.applyAsDouble(row))));
    }

    private void stations() {
        ArrayNode stations = json.putArray("stations");
        for (int i = 0; i < provenance.stations().size(); i++) {
            ObjectNode station = stations.addObject();
            station.put("name", provenance.stations().get(i).name());
            addStation(station, "queueMax", i, StationSample::queueMax);
            addStation(station, "utilisation", i, StationSummary::utilisation);
        }
        addWorkers("busyWorkers", StationSample::busyNs);
        addWorkers("wastedWorkers", StationSample::wastedNs);
    }

    private void addStation(ObjectNode json, String name, int station, ToDoubleFunction<StationSample> value) {
        double[] values = new double[timeline.size()];
        Arrays.fill(values, Double.NaN);
        judged.recording().stations().stream()
                .filter(row -> row.station() == station)
                .forEach(row -> values[row.interval()] = value.applyAsDouble(row.sample()));
        addAll(json.putArray(name), values);
    }

    /** Mean number of workers in an interval, all stations together; pools' connections are no workers. */
    private void addWorkers(String name, ToDoubleFunction<StationSample> workerNs) {
        double[] workers = new double[timeline.size()];
        for (StationRow row : judged.recording().stations()) {
            if (!provenance.stations().get(row.station()).isPool()) {
                workers[row.interval()] +=
                        workerNs.applyAsDouble(row.sample()) / provenance.axis().intervalNs();
            }
        }
        addAll(json.putArray(name), workers);
    }

    /** One number a second of a live run, however long its intervals are. */
    private void injector() {
        List<InjectorSecond> seconds = judged.recording().injector();
        if (seconds.isEmpty()) {
            return;
        }
        ObjectNode injector = json.putObject("injector");
        double lapse = provenance.axis().timeLapse();
        addAll(injector.putArray("offsets"), seconds, second -> second.second() * lapse);
        addAll(
                injector.putArray("slipP50Seconds"),
                seconds,
                second -> second.slip().p50Us() / 1e6);
        addAll(
                injector.putArray("slipP99Seconds"),
                seconds,
                second -> second.slip().p99Us() / 1e6);
        addAll(
                injector.putArray("slipMaxSeconds"),
                seconds,
                second -> second.slip().maxUs() / 1e6);
        addAll(injector.putArray("process"), seconds, second -> second.load().process());
        addAll(injector.putArray("machine"), seconds, second -> second.load().machine());
        addAll(injector.putArray("collecting"), seconds, second -> second.load().collecting());
    }

    private static void addAll(ArrayNode array, List<InjectorSecond> seconds, ToDoubleFunction<InjectorSecond> value) {
        addAll(array, seconds.stream().mapToDouble(value).toArray());
    }

    private void latencies() {
        ArrayNode steps = json.putArray("steps");
        for (Provenance.Step step : provenance.steps()) {
            double[] seconds = new double[timeline.size()];
            Arrays.fill(seconds, Double.NaN);
            for (IntervalLatencies each :
                    judged.recording().latencies().overTime(LatencyLog.tag(step.name(), Fate.SERVED))) {
                seconds[each.interval()] = each.p99Us() / 1e6;
            }
            addAll(steps.addObject().put("name", step.name()).putArray("p99Seconds"), seconds);
        }
    }

    private static void addAll(ArrayNode array, double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                array.addNull();
            } else {
                array.add(rounded(value));
            }
        }
    }

    /** Without a point where it is whole, so that the page stays small. */
    private static BigDecimal rounded(double value) {
        BigDecimal digits = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return digits.scale() < 0 ? digits.setScale(0) : digits;
    }
}
