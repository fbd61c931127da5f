package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.recording.Provenance;
import id.tenggat.recording.StationRow;
import id.tenggat.recording.StationSample;
import id.tenggat.summary.FirstSign;
import id.tenggat.summary.Peak;
import id.tenggat.summary.StationFlow;
import id.tenggat.summary.StationFlow.Part;
import id.tenggat.summary.StationSummary;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What the page's charts show of stations and pools. */
final class StationSeries {

    private final Judged judged;
    private final List<Provenance.Station> stations;
    private final int intervals;
    private final double intervalSeconds;

    StationSeries(Judged judged) {
        this.judged = judged;
        this.stations = judged.provenance().stations();
        this.intervals = judged.recording().timeline().size();
        this.intervalSeconds = judged.provenance().axis().intervalSeconds();
    }

    void addTo(ObjectNode json) {
        ArrayNode array = json.putArray("stations");
        for (int i = 0; i < stations.size(); i++) {
            ObjectNode station = array.addObject().put("name", stations.get(i).name());
            addSamples(station, i);
            if (!stations.get(i).isPool()) {
                addFlow(station, StationFlow.of(judged.recording(), i).parts());
            }
        }
        narrowest().ifPresent(index -> json.put("narrowest", index));
        ChartNumbers.all(json, "busyWorkers", workers(StationSample::busyNs));
        ChartNumbers.all(json, "wastedWorkers", workers(StationSample::wastedNs));
    }

    private void addSamples(ObjectNode json, int station) {
        List<StationRow> rows = judged.recording().stationRows(station);
        add(json, "queueMax", rows, StationSample::queueMax);
        add(json, "utilisation", rows, StationSummary::utilisation);
    }

    private void add(ObjectNode json, String name, List<StationRow> rows, ToDoubleFunction<StationSample> value) {
        ChartNumbers.all(
                json,
                name,
                ChartNumbers.perInterval(
                        intervals, rows, StationRow::interval, row -> value.applyAsDouble(row.sample())));
    }

    private void addFlow(ObjectNode json, List<Part> parts) {
        addPerSecond(json, "offeredPerSecond", parts, Part::offered);
        addPerSecond(json, "servedPerSecond", parts, Part::served);
        addPerSecond(json, "wastedPerSecond", parts, Part::wasted);
        addPerSecond(json, "possiblePerSecond", parts, part -> part.possible().orElse(Double.NaN));
    }

    private void addPerSecond(ObjectNode json, String name, List<Part> parts, ToDoubleFunction<Part> requests) {
        ChartNumbers.all(
                json,
                name,
                ChartNumbers.perInterval(
                        intervals, parts, Part::interval, part -> requests.applyAsDouble(part) / intervalSeconds));
    }

    /** The station that breaks first; the one that is busiest in any interval if none breaks; none if none was told of. */
    private Optional<Integer> narrowest() {
        return judged.summary().signs().stream()
                .map(FirstSign::station)
                .filter(station -> !station.isPool())
                .map(stations::indexOf)
                .findFirst()
                .or(this::busiest);
    }

    private Optional<Integer> busiest() {
        return IntStream.range(0, stations.size())
                .filter(i -> !stations.get(i).isPool() && peak(i).isPresent())
                .boxed()
                .max(Comparator.comparing(i -> peak(i).map(Peak::value).orElse(0.0)));
    }

    private Optional<Peak> peak(int station) {
        return judged.summary().stations().get(station).peakUtilisation();
    }

    /** Mean number of workers in an interval, all stations together; pools' connections are no workers. */
    private double[] workers(ToDoubleFunction<StationSample> workerNs) {
        double[] workers = new double[intervals];
        for (StationRow row : judged.recording().stations()) {
            if (!stations.get(row.station()).isPool()) {
                workers[row.interval()] += workerNs.applyAsDouble(row.sample())
                        / judged.provenance().axis().intervalNs();
            }
        }
        return workers;
    }
}
