package id.tenggat.report;

import java.util.List;
import java.util.stream.Collectors;

/** The places of the page's charts, which its script fills; without a script they don't show, and the tables say it all. */
final class HtmlCharts {

    private static final List<String> OF_RECORDING = List.of(
            "completion",
            "capacity",
            "fates",
            "spectrum",
            "latency",
            "amplification",
            "work",
            "queues",
            "utilisation",
            "slip",
            "injector");
    private static final List<String> OF_COMPARISON = List.of("completed", "served");

    private HtmlCharts() {}

    /** Charts of the recording at this index. */
    static String ofRecording(int index) {
        return charts(Integer.toString(index), OF_RECORDING);
    }

    /** Recordings laid over each other. */
    static String ofComparison() {
        return charts("comparison", OF_COMPARISON);
    }

    /** Its regencies. */
    static String tiles(int index) {
        return "<figure class=\"tiles\" data-recording=\"" + index + "\"></figure>\n";
    }

    private static String charts(String window, List<String> names) {
        return names.stream()
                .map(name -> "<figure class=\"chart\" data-chart=\"%s\" data-window=\"%s\"></figure>\n"
                        .formatted(name, window))
                .collect(Collectors.joining("", """
                        <div class="window" data-window="%s"></div>
                        <div class="charts">
                        """.formatted(window), "</div>\n"));
    }
}
