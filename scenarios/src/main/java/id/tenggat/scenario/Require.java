package id.tenggat.scenario;

import java.time.Duration;

/** Refuses values that no scenario may hold, naming the value. Throws {@link IllegalArgumentException}. */
final class Require {

    private Require() {}

    static void that(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", found " + found);
        }
    }

    static void share(String name, double value) {
        that(value >= 0 && value <= 1, name + " must lie between 0% and 100%", value * 100 + "%");
    }

    static void positive(String name, Duration value) {
        that(value.compareTo(Duration.ZERO) > 0, name + " must be longer than zero", value);
    }

    static void notNegative(String name, Duration value) {
        that(!value.isNegative(), name + " must not be negative", value);
    }
}
