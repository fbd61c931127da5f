package id.tenggat.report;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.report.Table.Tone;
import id.tenggat.summary.Completion.RegencyShare;
import id.tenggat.summary.FateLatency;
import id.tenggat.summary.Latency;
import id.tenggat.summary.Peak;
import id.tenggat.summary.StationSummary;
import id.tenggat.summary.StepSummary;
import id.tenggat.verdict.Outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The tables that the terminal and the page both show. */
final class Tables {

    /** A column about objectives, and what stands in it. */
    private record Told(Column column, Function<Evidence, Cell> cell) {}

    private static final Told MARK =
            new Told(Column.words(""), row -> Cell.of(mark(row.row().outcome()), tone(row)));
    private static final Told OBJECTIVE = new Told(
            Column.words("objective"), row -> Cell.plain(row.row().objective().text()));
    private static final Told OBSERVED = new Told(
            Column.number("observed"), row -> Cell.plain(row.observed().isEmpty() ? Figures.NONE : row.observed()));
    private static final Told INTERVAL = new Told(Column.words("95% interval"), row -> Cell.quiet(row.certainty()));
    private static final Told MARGIN = new Told(Column.number("margin"), row -> Cell.of(row.margin(), tone(row)));
    private static final Told WORST = new Told(Column.words("worst"), row -> Cell.quiet(row.worst()));
    private static final Told OUTCOME = new Told(Column.words(""), row -> Cell.of(row.outcome(), tone(row)));

    private Tables() {}

    /** One row an objective: what was seen, how sure that is, and where it was worst. */
    static Table verdict(Judged judged) {
        return told(judged.evidence(), MARK, OBJECTIVE, OBSERVED, INTERVAL, MARGIN, WORST, OUTCOME);
    }

    /** The same without how sure it is, for a terminal. */
    static Table objectives(Judged judged) {
        return told(judged.evidence(), MARK, OBJECTIVE, OBSERVED, MARGIN, OUTCOME);
    }

    /** How sure it is and where it was worst, of objectives of which either is known. */
    static Table evidence(Judged judged) {
        List<Evidence> known = judged.evidence().stream()
                .filter(row -> !row.certainty().isEmpty() || !row.worst().isEmpty())
                .toList();
        return told(known, OBJECTIVE, INTERVAL, WORST);
    }

    private static Table told(List<Evidence> rows, Told... columns) {
        return new Table(
                Arrays.stream(columns).map(Told::column).toList(),
                rows.stream()
                        .map(row -> Arrays.stream(columns)
                                .map(column -> column.cell().apply(row))
                                .toList())
                        .toList());
    }

    private static Tone tone(Evidence row) {
        return tone(row.row().outcome());
    }

    static String mark(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "✓";
            case MISSED -> "✗";
            case UNDECIDED -> "?";
            case NOT_JUDGED -> "·";
        };
    }

    static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> Tone.GOOD;
            case MISSED, UNDECIDED -> Tone.BAD;
            case NOT_JUDGED -> Tone.QUIET;
        };
    }

    /** One row a way for a journey to end. */
    static Table completion(Judged judged) {
        var completion = judged.summary().completion();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(share("completed by the deadline", completion.endings().of(Ending.COMPLETED), judged));
        rows.add(share("completed too late", completion.endings().of(Ending.COMPLETED_LATE), judged));
        rows.add(share("gave up", completion.endings().of(Ending.GAVE_UP), judged));
        rows.add(share("missed the deadline", completion.endings().of(Ending.MISSED), judged));
        rows.add(share("still inside at the end", completion.inside(), judged));
        return new Table(List.of(Column.words("applicants"), Column.number("count"), Column.number("share")), rows);
    }

    private static List<Cell> share(String name, long count, Judged judged) {
        long due = judged.summary().completion().applicantsDue();
        return List.of(
                Cell.plain(name),
                Cell.plain(Figures.count(count)),
                Cell.plain(due == 0 ? Figures.NONE : Figures.percent((double) count / due)));
    }

    /** One row a step: what became of its attempts. */
    static Table attempts(Judged judged) {
        return new Table(
                List.of(
                        Column.words("step"),
                        Column.number("begun"),
                        Column.number("sent"),
                        Column.number("served"),
                        Column.number("rejected"),
                        Column.number("timed out"),
                        Column.number("failed"),
                        Column.number("abandoned")),
                judged.summary().steps().stream().map(Tables::attempt).toList());
    }

    private static List<Cell> attempt(StepSummary step) {
        return List.of(
                Cell.plain(step.name()),
                Cell.plain(Figures.count(step.begun())),
                Cell.plain(Figures.count(step.sent())),
                Cell.plain(Figures.count(step.fates().of(Fate.SERVED))),
                Cell.plain(Figures.countOrNone(step.fates().of(Fate.REJECTED))),
                Cell.plain(Figures.countOrNone(step.fates().of(Fate.TIMED_OUT))),
                Cell.plain(Figures.countOrNone(step.fates().of(Fate.FAILED))),
                Cell.plain(Figures.countOrNone(step.fates().of(Fate.ABANDONED))));
    }

    /** One row a step: latency of its served attempts. */
    static Table latencies(Judged judged) {
        return new Table(
                List.of(
                        Column.words("step"),
                        Column.number("p50"),
                        Column.number("p95"),
                        Column.number("p99"),
                        Column.number("p99.9"),
                        Column.number("max"),
                        Column.number("p99 from sent")),
                judged.summary().steps().stream().map(Tables::latency).toList());
    }

    private static List<Cell> latency(StepSummary step) {
        return List.of(
                Cell.plain(step.name()),
                latency(step, Latency::p50Us),
                latency(step, Latency::p95Us),
                latency(step, Latency::p99Us),
                latency(step, Latency::p999Us),
                latency(step, Latency::maxUs),
                Cell.quiet(step.uncorrected()
                        .map(latency -> Figures.latencyUs(latency.p99Us()))
                        .orElse(Figures.NONE)));
    }

    private static Cell latency(StepSummary step, ToLongFunction<Latency> quantileUs) {
        return Cell.plain(step.latency()
                .map(latency -> Figures.latencyUs(quantileUs.applyAsLong(latency)))
                .orElse(Figures.NONE));
    }

    /** One row a step and fate: latency from due, and beside it from sent, which forgets how late the injector was. */
    static Table fates(Judged judged) {
        return new Table(
                List.of(
                        Column.words("step"),
                        Column.words("fate"),
                        Column.number("attempts"),
                        Column.number("p50"),
                        Column.number("p99"),
                        Column.number("max"),
                        Column.number("from sent: p50"),
                        Column.number("p99"),
                        Column.number("max")),
                judged.summary().steps().stream()
                        .flatMap(step -> step.latencies().stream().map(latency -> fate(step.name(), latency)))
                        .toList());
    }

    private static List<Cell> fate(String step, FateLatency latency) {
        Latency due = latency.fromDue();
        return List.of(
                Cell.plain(step),
                Cell.plain(latency.fate().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                Cell.plain(Figures.count(due.count())),
                Cell.plain(Figures.latencyUs(due.p50Us())),
                Cell.plain(Figures.latencyUs(due.p99Us())),
                Cell.plain(Figures.latencyUs(due.maxUs())),
                fromSent(latency, Latency::p50Us),
                fromSent(latency, Latency::p99Us),
                fromSent(latency, Latency::maxUs));
    }

    private static Cell fromSent(FateLatency latency, ToLongFunction<Latency> quantileUs) {
        return Cell.quiet(latency.fromSent()
                .map(quantiles -> Figures.latencyUs(quantileUs.applyAsLong(quantiles)))
                .orElse(Figures.NONE));
    }

    /** One row a station. */
    static Table stations(Judged judged) {
        return new Table(
                List.of(
                        Column.words("station"),
                        Column.number("workers"),
                        Column.number("peak use"),
                        Column.words("at"),
                        Column.number("longest queue"),
                        Column.words("at"),
                        Column.number("rejected"),
                        Column.number("wasted")),
                judged.summary().stations().stream()
                        .map(station -> station(station, judged.times()))
                        .toList());
    }

    private static List<Cell> station(StationSummary station, Times times) {
        return List.of(
                Cell.plain(station.station().name()),
                Cell.plain(Figures.count(station.station().workers())),
                Cell.of(
                        peak(station.peakUtilisation(), p -> Figures.percent(p.value())),
                        station.peakUtilisation().filter(p -> p.value() > 0.95).isPresent() ? Tone.BAD : Tone.PLAIN),
                Cell.quiet(peak(station.peakUtilisation(), p -> times.words(p.at()))),
                Cell.plain(peak(station.longestQueue(), p -> Figures.count(Math.round(p.value())))),
                Cell.quiet(peak(station.longestQueue().filter(p -> p.value() > 0), p -> times.words(p.at()))),
                Cell.plain(Figures.countOrNone(station.rejected())),
                Cell.plain(Figures.countOrNone(station.wasted())));
    }

    private static String peak(Optional<Peak> peak, Function<Peak, String> words) {
        return peak.map(words).orElse(Figures.NONE);
    }

    /** One row a regency, those where the fewest got through. */
    static Table worstRegencies(Judged judged, int limit) {
        return new Table(
                List.of(
                        Column.words("regency"),
                        Column.words("province"),
                        Column.number("due"),
                        Column.number("completed"),
                        Column.number("share")),
                judged.summary().completion().regencies().stream()
                        .limit(limit)
                        .map(Tables::regency)
                        .toList());
    }

    private static List<Cell> regency(RegencyShare share) {
        return List.of(
                Cell.plain(share.regency().name()),
                Cell.quiet(share.regency().province()),
                Cell.plain(Figures.count(share.regency().due())),
                Cell.plain(Figures.count(share.regency().endings().of(Ending.COMPLETED))),
                Cell.plain(Figures.percent(share.share())));
    }
}
