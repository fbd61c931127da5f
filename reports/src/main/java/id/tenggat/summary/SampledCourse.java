package id.tenggat.summary;

import id.tenggat.statistics.Interval;

/** A metric of which the intervals, and those who came in them, are a sample of what might have happened. */
public sealed interface SampledCourse extends Course permits ShareCourse, QuantileCourse {

    /**
     * An interval of confidence that was counted.
     *
     * @param worth how many independent cases would tell as much
     */
    record Exact(Interval interval, double worth) {}

    /**
     * Whether there are so many cases that resamples of the intervals tell how far off the value may be by chance.
     *
     * @param weights as of {@link #value}
     */
    boolean hasManyCases(int[] weights);

    /**
     * The interval that needs no resamples, however few the cases are.
     *
     * @param weights as of {@link #value}, of which there must be one
     * @param people how many applicants have had their part in it; those alone are independent of each other
     * @param confidence above 0 and below 1
     */
    Exact exact(int[] weights, double people, double confidence);
}
