package id.tenggat.scenario;

import java.time.Duration;

/** Refuses values that no scenario may hold, naming the value. Throws {@link IllegalArgumentException}. */
final class Require {

    private Require() {}

    static void that(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", found " + words(found));
        }
    }

    private static String words(Object found) {
        if (found instanceof Duration duration) {
            return Words.exactly(duration);
        }
        return found instanceof Double number ? Words.exactly(number) : found.toString();
    }

    static void share(String name, double value) {
        that(value >= 0 && value <= 1, name + " must lie between 0% and 100%", Words.percent(value));
    }

    static void positive(String name, Duration value) {
        that(value.compareTo(Duration.ZERO) > 0, name + " must be longer than zero", value);
    }

    static void notNegative(String name, Duration value) {
        that(!value.isNegative(), name + " must not be negative", value);
    }
}
