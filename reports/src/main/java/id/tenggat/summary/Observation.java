package id.tenggat.summary;

import id.tenggat.recording.Recording;
import id.tenggat.summary.Ensemble.Replication;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The numbers of one run.
 *
 * @param seed of its draws
 * @param values finite, in the metric's unit; figures for which the run has no data are not among them
 */
public record Observation(long seed, Map<Figure, Double> values) {

    public Observation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Of a recorded run. */
    public static Observation of(Recording recording, Summary summary) {
        Map<Figure, Double> values = new LinkedHashMap<>();
        Figure.of(recording.provenance()).forEach(figure -> put(values, figure, figure.in(recording, summary)));
        return new Observation(recording.provenance().subject().seed(), values);
    }

    /** Of replications, in their order. */
    public static List<Observation> of(Ensemble ensemble) {
        return ensemble.runs().stream().map(run -> of(ensemble.figures(), run)).toList();
    }

    private static Observation of(List<Figure> figures, Replication run) {
        Map<Figure, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            put(values, figures.get(i), run.values().get(i));
        }
        return new Observation(run.seed(), values);
    }

    private static void put(Map<Figure, Double> values, Figure figure, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
            values.put(figure, value.getAsDouble());
        }
    }
}
