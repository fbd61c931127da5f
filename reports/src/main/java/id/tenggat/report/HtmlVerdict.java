package id.tenggat.report;

import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Status;
import id.tenggat.verdict.Verdict;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The head of the page: what was asked, and what the answer is. */
final class HtmlVerdict {

    private HtmlVerdict() {}

    static String of(List<Judged> recordings) {
        String cards = recordings.stream().map(HtmlVerdict::card).collect(Collectors.joining());
        Table rows =
                recordings.size() == 1 ? Tables.verdict(recordings.get(0)) : new Comparison(recordings).objectives();
        return """
                <header>
                <p class="name">Tenggat</p>
                <h1>%s</h1>
                </header>
                <section class="cards" aria-label="Verdicts">
                %s</section>
                <section class="objectives">
                <h2 class="unseen">Objectives</h2>
                %s</section>
                """.formatted(Html.text(recordings.get(0).provenance().subject().title()), cards, Html.table(rows));
    }

    private static String card(Judged judged) {
        Verdict verdict = judged.verdict();
        String reasons = Sentences.reasons(verdict).stream()
                .map(reason -> "<p class=\"reason\">" + Html.text(reason) + "</p>\n")
                .collect(Collectors.joining());
        return """
                <div class="card %s">
                <p class="status">%s</p>
                <p class="label">%s</p>
                <p class="count">%s</p>
                %s</div>
                """.formatted(
                        verdict.status().name().toLowerCase(Locale.ROOT),
                        verdict.status(),
                        Html.text(judged.label()),
                        Html.text(count(verdict)),
                        reasons);
    }

    private static String count(Verdict verdict) {
        long missed = verdict.count(Outcome.MISSED);
        long judged = verdict.rows().size() - verdict.count(Outcome.NOT_JUDGED);
        if (!verdict.doubts().isEmpty()) {
            return "this run is not to be trusted";
        } else if (verdict.status() == Status.INVALID) {
            return "%d of %d objectives undecided".formatted(verdict.count(Outcome.UNDECIDED), judged);
        } else if (judged == 0) {
            return "no objective to judge";
        }
        return missed == 0
                ? "all of %d objectives hold".formatted(judged)
                : "%d of %d objectives missed".formatted(missed, judged);
    }
}
