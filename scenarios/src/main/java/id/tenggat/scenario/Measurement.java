package id.tenggat.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is told of durations that were measured, by the file in which a scenario finds them.
 *
 * @param path of the file, as the scenario names it
 * @param what was measured, in words
 * @param samples how many durations were measured
 * @param origin where and how: the machine, the command, whatever else the file tells, in its order
 */
public record Measurement(String path, String what, long samples, Map<String, String> origin) {
    public Measurement {
        origin = Collections.unmodifiableMap(new LinkedHashMap<>(origin));
    }

    /** Which file, of what: {@code times.json: stamp ECDSA_P256 letter, 20,000 samples}. */
    public String words() {
        return String.format(Locale.ROOT, "%s: %s, %,d samples", path, what, samples);
    }

    /** The origin in one line: {@code machine 4 x Xeon, java 17.0.16}. */
    public String originWords() {
        return origin.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
