package id.tenggat.report;

import id.tenggat.recording.Host;
import id.tenggat.recording.Provenance;
import id.tenggat.report.Table.Cell;
import id.tenggat.report.Table.Column;
import id.tenggat.scenario.Measurement;
import id.tenggat.scenario.Words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sections of the page below the verdict. */
final class HtmlSections {

    private static final int WORST_REGENCIES = 20;

    private HtmlSections() {}

    static String comparison(List<Judged> recordings) {
        return """
                <section>
                <h2>Side by side</h2>
                %s%s</section>
                """.formatted(HtmlCharts.ofComparison(), Html.table(new Comparison(recordings).numbers()));
    }

    static String twin(Twin twin) {
        List<String> lines = new ArrayList<>(twin.agreement().notes());
        lines.add("[1] is " + twin.first().label() + ", [2] " + twin.second().label());
        twin.agreement().parting().ifPresent(parting -> lines.add(AgreementTables.parting(parting, twin.times())));
        return """
                <section>
                <h2>Twin agreement: %s</h2>
                %s%s</section>
                """.formatted(
                        AgreementText.word(twin.agreement()).toLowerCase(Locale.ROOT),
                        Html.list(lines),
                        Html.table(AgreementTables.measures(twin)));
    }

    static String recording(Judged judged, int index) {
        return """
                <section class="recording">
                <h2>%s</h2>
                <p class="origin">%s</p>
                %s<div class="columns">
                <div><h3>Who got through</h3>
                %s%s</div>
                <div><h3>What breaks first</h3>
                %s<h3>Traffic</h3>
                %s</div>
                </div>
                <h3>Latency of served attempts, from due</h3>
                %s<h3>Attempts</h3>
                %s<h3>Stations</h3>
                %s<h3>Where the fewest got through</h3>
                %s</section>
                """.formatted(
                        Html.text(judged.label()),
                        Html.text(Sentences.origin(judged)),
                        HtmlCharts.ofRecording(index) + HtmlCharts.tiles(index),
                        Html.table(Tables.completion(judged)),
                        Html.list(Sentences.audit(judged)),
                        Html.list(Sentences.signs(judged)),
                        Html.list(Sentences.traffic(judged)),
                        Html.table(Tables.latencies(judged)) + fates(judged),
                        Html.table(Tables.attempts(judged)),
                        Html.table(Tables.stations(judged)),
                        Html.table(Tables.worstRegencies(judged, WORST_REGENCIES)));
    }

    /** Of a live run. */
    private static String fates(Judged judged) {
        return judged.summary().strain().isEmpty()
                ? ""
                : Html.element("h3", "Latency by fate, from due and from sent") + Html.table(Tables.fates(judged));
    }

    static String provenance(List<Judged> recordings) {
        StringBuilder html = new StringBuilder("<section class=\"provenance\">\n<h2>Where this comes from</h2>\n");
        for (Judged judged : recordings) {
            html.append(Html.element("h3", judged.label())).append(Html.table(provenance(judged)));
        }
        return html.append("</section>\n").toString();
    }

    private static Table provenance(Judged judged) {
        Provenance provenance = judged.provenance();
        Host host = judged.recording().host();
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("command", host.commandLine()));
        rows.add(row("engine", provenance.engine() + ", " + provenance.status().word()));
        rows.add(row(
                "scenario",
                provenance.subject().name() + ", SHA-256 "
                        + provenance.subject().sha256()));
        provenance.subject().measured().forEach(file -> rows.add(row("measured", words(file))));
        provenance
                .subject()
                .adapter()
                .ifPresent(used -> rows.add(row("adapter", used.file() + ", SHA-256 " + used.sha256())));
        rows.add(row("slice", provenance.part().slice()));
        provenance.part().roundings().forEach(rounding -> rows.add(row("rounded", rounding)));
        rows.add(row("seed", Long.toString(provenance.subject().seed())));
        rows.add(row(
                "schedule",
                "%s arrivals, %s carried in, SHA-256 %s"
                        .formatted(
                                Figures.count(provenance.due().arrivals()),
                                Figures.count(provenance.due().carriedIn()),
                                provenance.due().scheduleDigest())));
        rows.add(row("interval", Words.durationNs(provenance.axis().intervalNs())));
        rows.add(row("started", host.startedAt() + ended(host)));
        rows.add(row("machine", host.os() + ", " + host.cores() + " cores, " + host.jvm() + memory(host)));
        host.stampsSignedBy().ifPresent(signer -> rows.add(row("stamps signed", "with " + signer)));
        host.thirdPartiesBy().ifPresent(players -> rows.add(row("third parties", "played by " + players)));
        host.clientsSpoke().ifPresent(words -> rows.add(row("clients spoke", words)));
        rows.add(row("version", host.tenggatVersion()));
        return new Table(List.of(Column.words("what"), Column.words("found")), rows);
    }

    private static String words(Provenance.Measured file) {
        Measurement told = file.measurement();
        return told.words() + "; " + told.originWords() + "; SHA-256 " + file.sha256();
    }

    private static List<Cell> row(String name, String value) {
        return List.of(Cell.quiet(name), Cell.plain(value));
    }

    private static String ended(Host host) {
        return host.endedAt()
                .map(at -> ", took " + Words.duration(Duration.between(host.startedAt(), at)))
                .orElse("");
    }

    private static String memory(Host host) {
        return host.peakMemoryBytes().isPresent()
                ? ", " + Figures.count(host.peakMemoryBytes().getAsLong() >> 20) + " MiB at most"
                : "";
    }
}
