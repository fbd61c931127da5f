package id.tenggat.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The mean of independent replications and its standard error.
 *
 * @param mean of the replications
 * @param error standard error of the mean
 */
record Sample(double mean, double error) {

    /** One value of each replication, two or more. */
    static <R> Sample of(List<R> replications, ToDoubleFunction<R> value) {
        double[] values = replications.stream().mapToDouble(value).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new Sample(mean, Math.sqrt(squares / (values.length - 1) / values.length));
    }

    /** How many standard errors of their difference two means lie apart. */
    double apartFrom(Sample other) {
        return Math.abs(mean - other.mean) / Math.hypot(error, other.error);
    }
}
