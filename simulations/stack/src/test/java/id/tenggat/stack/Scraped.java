package id.tenggat.stack;

import io.prometheus.metrics.expositionformats.ExpositionFormats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a stack serves at {@code /metrics}, read by the grammar of Prometheus' text format 0.0.4: a sample is
 * {@code name{label="value",...} value}, and its family was declared by {@code # TYPE} above it.
 */
final class Scraped {

    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([-+]?[0-9.eE+-]+|NaN|[+-]Inf)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\"\\\\n])*)\"(?:,|$)");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, Set<String>> labels = new TreeMap<>();

    private Scraped() {}

    static Scraped from(Caller caller) {
        HttpResponse<byte[]> answer = caller.get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        Scraped scraped = new Scraped();
        Caller.text(answer).lines().forEach(scraped::line);
        return scraped;
    }

    /** The same of metrics that nobody serves. */
    static Scraped from(Metrics metrics) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ExpositionFormats.init()
                .getPrometheusTextFormatWriter()
                .write(text, metrics.registry().scrape());
        Scraped scraped = new Scraped();
        text.toString(StandardCharsets.UTF_8).lines().forEach(scraped::line);
        return scraped;
    }

    private void line(String line) {
        Matcher type = TYPE.matcher(line);
        if (type.matches()) {
            assertThat(types.put(type.group(1), type.group(2))).as(line).isNull();
        } else if (!line.startsWith("# HELP ")) {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            sample(sample.group(1), sample.group(2) == null ? "" : sample.group(2), sample.group(3));
        }
    }

    private void sample(String name, String labelText, String value) {
        Map<String, String> read = new TreeMap<>();
        Matcher label = LABEL.matcher(labelText);
        int end = 0;
        while (label.lookingAt()) {
            assertThat(read.put(label.group(1), label.group(2))).as(labelText).isNull();
            end = label.end();
            label.region(end, labelText.length());
        }
        assertThat(end).as(labelText).isEqualTo(labelText.length());
        assertThat(types).as(name).containsKey(family(name));
        assertThat(samples.put(name + read, Double.parseDouble(value.replace("Inf", "Infinity"))))
                .as("told twice: " + name + read)
                .isNull();
        labels.computeIfAbsent(name, ignored -> new TreeSet<>()).addAll(read.keySet());
    }

    private String family(String name) {
        String stem = name.replaceFirst("_(bucket|sum|count)$", "");
        return "histogram".equals(types.get(stem)) ? stem : name;
    }

    /** The value of a sample: its name, then label and value in turn. */
    double value(String name, String... labelsAndValues) {
        Map<String, String> wanted = new TreeMap<>();
        for (int i = 0; i < labelsAndValues.length; i += 2) {
            wanted.put(labelsAndValues[i], labelsAndValues[i + 1]);
        }
        assertThat(samples).containsKey(name + wanted);
        return Objects.requireNonNull(samples.get(name + wanted));
    }

    /** Every sample of a counter or a histogram. */
    Map<String, Double> growing() {
        Map<String, Double> growing = new TreeMap<>(samples);
        growing.keySet().removeIf(sample -> "gauge".equals(types.get(sample.replaceFirst("\\{.*", ""))));
        return growing;
    }

    /** The names of all samples, each with the names of its labels. */
    Map<String, Set<String>> labels() {
        return labels;
    }

    Map<String, String> types() {
        return types;
    }
}
