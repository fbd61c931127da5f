package id.tenggat.scenario;

import java.time.Duration;

/**
 * Workers who come and go with the load, so that their utilisation stays near a target: as the Horizontal Pod Autoscaler
 * of Kubernetes and the target tracking of AWS Auto Scaling do it.
 *
 * @param least the fewest workers, 1 or more
 * @param most the most workers
 * @param target the utilisation that is aimed at, above 0 and up to 1
 * @param every how often the utilisation since the last look is looked at, 1 ms or longer
 * @param delay how long it takes until new workers are ready, 0 or longer
 * @param downAfter how long fewer workers must have been enough before any go, 0 or longer
 */
public record Autoscaling(int least, int most, double target, Duration every, Duration delay, Duration downAfter) {

    /** A run of 18 days looks no more often than it could bear. */
    public static final Duration SHORTEST = Duration.ofMillis(1);

    public Autoscaling {
        Require.that(least >= 1 && least <= most, "least must lie between 1 and most (" + most + ")", least);
        Require.that(most <= 1_000_000, "most must lie between 1 and 1,000,000", most);
        Require.that(target > 0 && target <= 1, "target must lie above 0% and up to 100%", Words.percent(target));
        Require.that(every.compareTo(SHORTEST) >= 0, "every must be at least " + Words.exactly(SHORTEST), every);
        Require.notNegative("delay", delay);
        Require.notNegative("downAfter", downAfter);
    }

    /**
     * The rule of a station so many times as large.
     *
     * @param people factor on its times, which are those of whoever operates the station
     */
    public Autoscaling resized(double size, double people) {
        Duration often = times(every, people);
        return new Autoscaling(
                times(least, size),
                times(most, size),
                target,
                often.compareTo(SHORTEST) < 0 ? SHORTEST : often,
                times(delay, people),
                times(downAfter, people));
    }

    private static int times(int workers, double size) {
        return (int) Math.max(1, Math.round(workers * size));
    }

    private static Duration times(Duration duration, double factor) {
        return factor == 1 ? duration : Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
