package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One HTML page about one or several recordings. Self-contained: needs no network, nothing beside it, and its verdict and
 * tables need no script. Charts by uPlot, which is embedded with its licence.
 */
public final class HtmlReport {

    /** The page's own scripts, which share one scope: each may use what those before it define. */
    private static final List<String> SCRIPTS =
            List.of("words.js", "charts.js", "window.js", "options.js", "plots.js", "tiles.js", "page.js");

    private final Page page;

    private HtmlReport(Page page) {
        this.page = page;
    }

    /**
     * What the page is about.
     *
     * @param recordings one or more, the most important first
     * @param links further pages that lie beside it
     * @param twin how two of them agree; empty if nobody asked
     */
    public record Page(List<Judged> recordings, List<Link> links, Optional<Twin> twin) {
        public Page {
            recordings = List.copyOf(recordings);
            links = List.copyOf(links);
            if (recordings.isEmpty()) {
                throw new IllegalArgumentException("a report must be about at least one recording, found none");
            }
        }

        /** A page on which nobody is held against anybody. */
        public Page(List<Judged> recordings, List<Link> links) {
            this(recordings, links, Optional.empty());
        }
    }

    /**
     * A link to a page beside the report.
     *
     * @param path relative to the report's file
     */
    public record Link(String words, String path) {
        public Link {
            if (path.contains(":") || path.startsWith("/")) {
                throw new IllegalArgumentException("a link must be a relative path, found " + path);
            }
        }
    }

    /** The page, as the text of a file in UTF-8. */
    public static String of(Page page) {
        return new HtmlReport(page).html();
    }

    private String html() {
        Judged first = page.recordings().get(0);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s: %s</title>
                <style>
                %s
                %s
                </style>
                </head>
                <body>
                <main>
                %s</main>
                <footer>%s</footer>
                <script type="application/json" id="data">%s</script>
                <script>
                /*
                %s
                */
                %s
                </script>
                <script>
                (() => {
                "use strict";
                %s
                })();
                </script>
                </body>
                </html>
                """.formatted(
                        first.verdict().status(),
                        Html.text(first.provenance().subject().title()),
                        Resource.ofChartLibrary("dist/uPlot.min.css"),
                        Resource.own("report.css"),
                        body(),
                        footer(),
                        data(page),
                        Resource.ofChartLibrary("LICENSE"),
                        Resource.ofChartLibrary("dist/uPlot.iife.min.js"),
                        script());
    }

    private String body() {
        StringBuilder body = new StringBuilder(HtmlVerdict.of(page.recordings()));
        page.twin().ifPresent(twin -> body.append(HtmlSections.twin(twin)));
        if (page.recordings().size() > 1) {
            body.append(HtmlSections.comparison(page.recordings()));
            Judged first = page.recordings().get(0);
            page.recordings().stream()
                    .skip(1)
                    .filter(other -> isOfTheSame(first, other))
                    .forEach(other -> body.append(DifferenceReport.html(first, other)));
        }
        for (int i = 0; i < page.recordings().size(); i++) {
            body.append(HtmlSections.recording(page.recordings().get(i), i));
        }
        return body.append(HtmlSections.provenance(page.recordings())).toString();
    }

    /** What was asked for a slice can't be held against what was asked for the whole. */
    private static boolean isOfTheSame(Judged first, Judged other) {
        return first.provenance()
                .part()
                .slice()
                .equals(other.provenance().part().slice());
    }

    private static String script() {
        return SCRIPTS.stream().map(Resource::own).collect(Collectors.joining("\n"));
    }

    private String footer() {
        String links = page.links().stream()
                .map(link -> "<a href=\"" + Html.text(link.path()) + "\">" + Html.text(link.words()) + "</a> · ")
                .collect(Collectors.joining());
        return links + "Made by Tenggat. Charts by uPlot, © Leon Sorokin, MIT licence.";
    }

    /** What the charts show: an object that holds an array of recordings. */
    static String data(Page page) {
        ObjectNode data = JsonText.object();
        ArrayNode recordings = data.putArray("recordings");
        page.recordings().forEach(judged -> recordings.add(ChartSeries.of(judged)));
        return JsonText.forScript(data);
    }
}
