package id.tenggat.benchmarks;

import id.tenggat.benchmarks.measure.Quantiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Gatling's own report says of all requests, read from its page: it writes its figures nowhere else. */
final class GatlingReport {

    private static final int COUNT = 2;
    private static final int FIRST_PERCENTILE = 8;
    private static final int MAX = 12;

    private GatlingReport() {}

    /** Makes later reports of this JVM show the same percentiles as {@link Quantiles} has. */
    static void showOurPercentiles() {
        double[] percentiles = {50, 90, 99, 99.9};
        for (int i = 0; i < percentiles.length; i++) {
            System.setProperty("gatling.charting.indicators.percentile" + (i + 1), Double.toString(percentiles[i]));
        }
    }

    /**
     * Of a report whose percentiles are ours.
     *
     * @throws IllegalStateException if the page is made otherwise than Gatling 3.15 makes it
     */
    static Quantiles quantiles(Path directory) {
        try {
            String page = Files.readString(directory.resolve("index.html"));
            int row = page.indexOf("<tr id=\"ROOT\"");
            String all = row < 0 ? "" : page.substring(row, page.indexOf("</tr>", row));
            return new Quantiles(
                    Math.round(column(all, COUNT)),
                    column(all, FIRST_PERCENTILE),
                    column(all, FIRST_PERCENTILE + 1),
                    column(all, FIRST_PERCENTILE + 2),
                    column(all, FIRST_PERCENTILE + 3),
                    column(all, MAX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double column(String row, int number) {
        Matcher cell = Pattern.compile("col-" + number + "\">([0-9.]+)</td>").matcher(row);
        if (!cell.find()) {
            throw new IllegalStateException("Gatling's page has no column " + number + " of all requests");
        }
        return Double.parseDouble(cell.group(1));
    }
}
