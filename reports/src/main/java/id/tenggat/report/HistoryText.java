package id.tenggat.report;

import id.tenggat.history.Change;
import id.tenggat.history.Change.Direction;
import id.tenggat.history.Changes;
import id.tenggat.history.Entry;
import id.tenggat.history.Setup;
import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.report.Table.Tone;
import id.tenggat.scenario.Metric.Unit;
import id.tenggat.scenario.Words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Where the numbers of a history have changed, for a terminal: a table a setup, the worst change first. */
public final class HistoryText {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** As many digits as version control shows. */
    private static final int SHORT_COMMIT = 8;

    private static final String ANOTHER_SCENARIO = " *";

    private static final List<Column> COLUMNS = List.of(
            Column.words("figure"),
            Column.words("since (UTC)"),
            Column.words("commit"),
            Column.number("before"),
            Column.number("after"),
            Column.number("change"),
            Column.number("p"),
            Column.words(""));

    private final Changes changes;
    private final Colour colour;

    private HistoryText(Changes changes, Colour colour) {
        this.changes = changes;
        this.colour = colour;
    }

    /** The tables; ends in a line feed. */
    public static String of(Changes changes, Colour colour) {
        return changes.setups().isEmpty() ? "The history holds no run yet.\n" : new HistoryText(changes, colour).text();
    }

    private String text() {
        return changes.setups().stream().map(this::text).collect(Collectors.joining("\n"));
    }

    private String text(Changes.OfSetup setup) {
        String table = setup.changes().isEmpty()
                ? ""
                : TextTable.text(
                        new Table(
                                COLUMNS,
                                setup.changes().stream().map(HistoryText::row).toList()),
                        colour);
        String footnote = setup.changes().stream().anyMatch(Change::isOfAnotherScenario)
                ? "  * the scenario file is another one since then\n"
                : "";
        return colour.bold(title(setup)) + "\n" + table + footnote + "  " + sentence(setup) + "\n";
    }

    private static String title(Changes.OfSetup changes) {
        Setup setup = changes.history().setup();
        List<Entry> runs = changes.history().runs();
        String first = minute(runs.get(0).at());
        String last = minute(runs.get(runs.size() - 1).at());
        return "%s, %s, %s: %s"
                .formatted(
                        setup.scenario(),
                        setup.slice(),
                        setup.engine(),
                        runs.size() == 1
                                ? "one run, " + first
                                : Figures.count(runs.size()) + " runs, " + first + " to " + last);
    }

    private String sentence(Changes.OfSetup setup) {
        int runs = setup.history().runs().size();
        int figures = setup.history().figures().size();
        if (runs < changes.search().shortest()) {
            return "too few runs to tell: a change takes " + changes.search().shortest() + " at least";
        }
        return "%s of %s figures %s changed; at a level of %s, %s would seem to if none had"
                .formatted(
                        changed(setup) == 0 ? "none" : Figures.count(changed(setup)),
                        Figures.count(figures),
                        changed(setup) == 1 ? "has" : "have",
                        Words.percent(changes.search().level()),
                        Figures.significant(changes.search().level() * figures));
    }

    private static long changed(Changes.OfSetup setup) {
        return setup.changes().stream().map(Change::figure).distinct().count();
    }

    private static List<Cell> row(Change change) {
        Unit unit = change.figure().metric().unit();
        return List.of(
                Cell.plain(change.figure().text()),
                Cell.plain(minute(change.since().at())),
                Cell.plain(change.since()
                        .commit()
                        .map(commit -> commit.substring(0, Math.min(SHORT_COMMIT, commit.length())))
                        .orElse(Figures.NONE)),
                Cell.plain(Figures.of(unit, change.point().before())),
                Cell.plain(Figures.of(unit, change.point().after())),
                Cell.plain(percent(change.point().relativeChange())),
                Cell.plain(Figures.significant(change.point().p())),
                meaning(change));
    }

    private static String percent(OptionalDouble change) {
        return change.isPresent() ? Figures.signed(change.getAsDouble() * 100, "%") : Figures.NONE;
    }

    private static Cell meaning(Change change) {
        String words = word(change.direction())
                + (change.newest() ? "" : " for a time")
                + (change.isOfAnotherScenario() ? ANOTHER_SCENARIO : "");
        return Cell.of(words, change.newest() ? tone(change.direction()) : Tone.QUIET);
    }

    private static String word(Direction direction) {
        return switch (direction) {
            case WORSE -> "worse";
            case BETTER -> "better";
            case NEITHER -> "another spread";
        };
    }

    private static Tone tone(Direction direction) {
        return switch (direction) {
            case WORSE -> Tone.BAD;
            case BETTER -> Tone.GOOD;
            case NEITHER -> Tone.PLAIN;
        };
    }

    private static String minute(Instant instant) {
        return MINUTE.format(instant.atOffset(ZoneOffset.UTC));
    }
}
