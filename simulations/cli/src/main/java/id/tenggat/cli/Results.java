package id.tenggat.cli;

import id.tenggat.history.History;
import id.tenggat.history.Setup;
import id.tenggat.recording.Recording;
import id.tenggat.report.Asked;
import id.tenggat.report.DifferenceReport;
import id.tenggat.report.HtmlReport;
import id.tenggat.report.HtmlReport.Link;
import id.tenggat.report.HtmlReport.Page;
import id.tenggat.report.JsonSummary;
import id.tenggat.report.Judged;
import id.tenggat.report.LoadText;
import id.tenggat.report.StoryText;
import id.tenggat.report.TextReport;
import id.tenggat.report.Twin;
import id.tenggat.summary.Observation;
import id.tenggat.verdict.Against;
import id.tenggat.verdict.Status;
import id.tenggat.verdict.Trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads recordings back, judges them, shows them and writes the report: the same for every engine and command. */
final class Results {

    private final List<Judged> added = new ArrayList<>();
    private final Screen screen;
    private final Asked asked;
    private final Optional<History> before;
    private List<Judged> compared = List.of();

    Results(Screen screen) {
        this(screen, Asked.NOTHING, Optional.empty());
    }

    /**
     * Shows what was asked for besides: lives before everything else, stations' loads after their recording.
     *
     * @param before runs by which regressions are judged: recordings of one question are judged by them together
     */
    Results(Screen screen, Asked asked, Optional<History> before) {
        this.screen = screen;
        this.asked = asked;
        this.before = before;
    }

    /** Adds the recording in this directory. */
    Results add(String label, Path directory) {
        return add(Judged.of(label, Recording.read(directory)));
    }

    /** Adds the recordings in these directories, each by the name of its own. */
    void addAll(List<Path> directories) {
        directories.forEach(directory -> add(Labels.of(directory), directory));
    }

    /** Adds a recording that is read and judged already. */
    Results add(Judged one) {
        added.add(one);
        return this;
    }

    /** All of them in the order in which they were added, judged by what was before once all are there. */
    List<Judged> judged() {
        if (before.isPresent() && compared.size() != added.size()) {
            Map<Setup, Optional<Against>> bySetup = new HashMap<>();
            compared = added.stream()
                    .map(one -> one.against(bySetup.computeIfAbsent(
                            Setup.of(one.recording().provenance()), setup -> against(before.get(), setup))))
                    .toList();
        }
        return List.copyOf(before.isPresent() ? compared : added);
    }

    private Optional<Against> against(History history, Setup setup) {
        List<Observation> now = added.stream()
                .filter(one -> Setup.of(one.recording().provenance()).equals(setup))
                .filter(one -> Trust.doubts(one.recording().provenance(), one.summary())
                        .isEmpty())
                .map(one -> Observation.of(one.recording(), one.summary()))
                .toList();
        List<Observation> runs = history.of(setup);
        return runs.isEmpty() ? Optional.empty() : Optional.of(new Against(runs, now));
    }

    /** @throws InputException if a baseline was named that holds no run like any of these */
    void requireBaseline() {
        List<Setup> setups = added.stream()
                .map(one -> Setup.of(one.recording().provenance()))
                .toList();
        before.ifPresent(history -> BaselineOption.requireLike(history, setups));
    }

    /** The worst status of all: INVALID beats FAIL beats PASS. */
    Status status() {
        Status worst = Status.PASS;
        for (Judged one : judged()) {
            Status status = one.verdict().status();
            worst = status.compareTo(worst) > 0 ? status : worst;
        }
        return worst;
    }

    /** Shows the first in full and the others side by side; or all as one JSON array. */
    void showFirst(boolean json) {
        List<Judged> all = judged();
        if (json || all.size() == 1) {
            show(json);
        } else {
            List<Judged> others = all.size() == 2 ? all : all.subList(1, all.size());
            screen.print(TextReport.of(all.get(0), screen.colour()) + "\n");
            screen.print(TextReport.sideBySide(others, screen.colour()) + "\n");
        }
    }

    /** Shows how each of the others differs from the first. */
    void showDifferences() {
        Judged first = added.get(0);
        for (Judged other : added.subList(1, added.size())) {
            screen.print(DifferenceReport.of(first, other, screen.colour()) + "\n");
        }
    }

    /** Shows all of them, as tables or as one JSON array. */
    void show(boolean json) {
        if (json) {
            screen.print(judged().stream()
                    .map(one -> JsonSummary.of(one, asked))
                    .map(String::strip)
                    .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
        } else {
            asked.traces().forEach(trace -> screen.print(StoryText.of(trace) + "\n"));
            judged().forEach(this::show);
        }
    }

    private void show(Judged one) {
        screen.print(TextReport.of(one, screen.colour()) + "\n");
        for (String station : asked.stations()) {
            String load = LoadText.of(one, station, screen.colour());
            screen.print(load.isEmpty() ? "" : load + "\n");
        }
    }

    /** Names of all stations of all recordings. */
    List<String> stations() {
        return judged().stream()
                .flatMap(one -> one.recording().provenance().stations().stream())
                .map(station -> station.name())
                .distinct()
                .toList();
    }

    /**
     * Writes the page that holds all of them, with links to Gatling's charts where they lie.
     *
     * @throws InputException if it can't be written
     */
    Path writePage(Path page) {
        return writePage(page, Optional.empty());
    }

    /** As {@link #writePage(Path)}, with how two of them agree. */
    Path writePage(Path page, Optional<Twin> twin) {
        try {
            Path full = page.toAbsolutePath().normalize();
            Path beside = full.resolveSibling("");
            Files.createDirectories(beside);
            Files.writeString(full, HtmlReport.of(new Page(judged(), links(beside), twin)));
            return page;
        } catch (IOException e) {
            throw new InputException(page + ": can't be written (" + e + "); name another place with --out");
        }
    }

    /** Writes the page and says where, or why it can't be written; whether it could. */
    boolean givePage(Path page) {
        try {
            screen.say("report: " + writePage(page));
            return true;
        } catch (InputException full) {
            screen.say(String.valueOf(full.getMessage()));
            return false;
        }
    }

    private List<Link> links(Path beside) {
        List<Link> links = new ArrayList<>();
        for (Judged one : judged()) {
            Path charts = GatlingCharts.page(
                    one.recording().directory().toAbsolutePath().normalize());
            if (Files.exists(charts)) {
                links.add(new Link("Gatling's own charts of " + one.label(), relative(beside, charts)));
            }
        }
        return links;
    }

    private static String relative(Path from, Path to) {
        return from.relativize(to).toString().replace('\\', '/');
    }
}
