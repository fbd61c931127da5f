package id.tenggat.report;

import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.scenario.Words;
import id.tenggat.summary.Peak;
import id.tenggat.summary.StationLoad;
import id.tenggat.summary.StationLoad.Erlangs;
import id.tenggat.summary.StationSummary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What one station's load was, for a terminal. */
public final class LoadText {

    private static final double HOUR_NS = 3.6e12;

    private final StationLoad load;
    private final Times times;
    private final List<List<Cell>> rows = new ArrayList<>();

    private LoadText(StationLoad load, Times times) {
        this.load = load;
        this.times = times;
    }

    /** Some lines about a station of this name, the last one with a line feed; empty if the recording has no such station. */
    public static String of(Judged judged, String station, Colour colour) {
        return judged.provenance()
                .stationNamed(station)
                .map(index -> StationLoad.of(judged.recording(), index)
                        .map(load -> new LoadText(load, judged.times()).text(colour))
                        .orElse("Load of " + station + "\n  it has told nothing\n"))
                .orElse("");
    }

    private String text(Colour colour) {
        StationSummary totals = load.totals();
        String title = "Load of %s: %s workers, a queue of %s"
                .formatted(
                        totals.station().name(),
                        Figures.count(totals.station().workers()),
                        Figures.count(totals.station().queueLimit()));
        row("came", came());
        load.offered().ifPresent(offered -> row("offered", mean(offered)));
        load.firsts().ifPresent(firsts -> row("of it first attempts", mean(firsts)));
        row("carried", mean(load.carried()));
        row("busy", busy(totals));
        load.offered().ifPresent(offered -> row("enough workers", workers(offered)));
        row("queue", queue(totals));
        row("wait", wait(load.meanWaitNs()));
        row("turned away", Figures.count(totals.rejected()) + first(load.firstRejecting()));
        row("failed", Figures.count(totals.failed()));
        row("wasted", wasted(totals));
        row("serves", serves());
        String table = TextTable.text(new Table(List.of(Column.words(""), Column.words("")), rows), colour);
        return colour.bold(title) + "\n" + table.substring(table.indexOf('\n', table.indexOf('\n') + 1) + 1);
    }

    private void row(String name, String words) {
        rows.add(List.of(Cell.quiet(name), Cell.plain(words)));
    }

    private String came() {
        String held = load.meanHoldNs().isPresent()
                ? ", and a worker was held for " + duration(load.meanHoldNs().getAsDouble()) + " by each it took"
                : "; no work ended";
        return Figures.count(load.arrivals()) + " attempts" + held;
    }

    private String mean(Erlangs erlangs) {
        return "%s Erlangs on average, %s at the peak, %s"
                .formatted(
                        Figures.significant(erlangs.mean()),
                        Figures.significant(erlangs.peak().value()),
                        times.words(erlangs.peak().at()));
    }

    private String busy(StationSummary totals) {
        return "%s of its workers' time, %s at the peak"
                .formatted(
                        Figures.percent(load.utilisation()),
                        totals.peakUtilisation()
                                .map(peak -> Figures.percent(peak.value()))
                                .orElse(Figures.NONE));
    }

    /** Why not Erlang C is said where it is defined. */
    private String workers(Erlangs offered) {
        String firsts = load.firsts()
                .map(erlangs -> ", " + Figures.count(erlangs.workersForPeak()) + " if nobody had to try again")
                .orElse("");
        return "%s for the peak%s (offered / 0.8, a rule of thumb)"
                .formatted(Figures.count(offered.workersForPeak()), firsts);
    }

    private String queue(StationSummary totals) {
        Optional<Peak> longest = totals.longestQueue().filter(peak -> peak.value() > 0);
        return "%s on average%s%s"
                .formatted(
                        Figures.significant(load.queueMean()),
                        longest.map(peak -> ", %s at most, %s"
                                        .formatted(Figures.count((long) peak.value()), times.words(peak.at())))
                                .orElse(""),
                        load.firstFull()
                                .map(at -> "; first full " + times.words(at))
                                .orElse(""));
    }

    private static String wait(OptionalDouble meanWaitNs) {
        return meanWaitNs.isPresent()
                ? duration(meanWaitNs.getAsDouble()) + " on average, by Little's law"
                : Figures.NONE;
    }

    private String first(Optional<Instant> at) {
        return at.map(instant -> ", first " + times.words(instant)).orElse("");
    }

    private static String wasted(StationSummary totals) {
        double share = totals.busyNs() == 0 ? 0 : totals.wastedNs() / totals.busyNs();
        return "%s of its work, %s worker-hours, on %s requests"
                .formatted(
                        Figures.percent(share),
                        Figures.significant(totals.wastedNs() / HOUR_NS),
                        Figures.count(totals.wasted()));
    }

    private String serves() {
        return load.steps().stream()
                .map(step -> "%s (%s of its attempts)".formatted(step.name(), Figures.percent(step.share())))
                .collect(Collectors.joining(", "));
    }

    private static String duration(double ns) {
        return Words.durationNs(Math.round(ns));
    }
}
