package id.tenggat.summary;

import java.util.OptionalDouble;

/** A part of a whole, both counted in every interval. */
final class ShareCourse implements Course {

    /** Fewer say nothing of how they come. */
    private static final int LEAST_PARTS = 10;

    private final double[] parts;
    private final double[] wholes;

    ShareCourse(double[] parts, double[] wholes) {
        this.parts = parts;
        this.wholes = wholes;
    }

    @Override
    public OptionalDouble value(int[] weights) {
        double part = 0;
        double whole = 0;
        for (int i = 0; i < weights.length; i++) {
            part += weights[i] * parts[i];
            whole += weights[i] * wholes[i];
        }
        return Ratio.of(part, whole);
    }

    @Override
    public OptionalDouble at(int interval) {
        return Ratio.of(parts[interval], wholes[interval]);
    }

    @Override
    public double size(int interval) {
        return wholes[interval];
    }

    @Override
    public boolean hasInterval(int[] weights) {
        double part = 0;
        for (int i = 0; i < weights.length; i++) {
            part += weights[i] * parts[i];
        }
        return part >= LEAST_PARTS && value(weights).isPresent();
    }
}
