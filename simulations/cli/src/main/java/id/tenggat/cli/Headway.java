package id.tenggat.cli;

import id.tenggat.capacity.Standing;

import java.util.Locale;

/**
 * How far a simulation has come, for people.
 *
 * @param due applicants who are to come
 * @param elapsedNs by the wall clock, since it began
 */
record Headway(Standing at, long due, long elapsedNs) {

    /** As in {@code 1.2 M events, 9.8 M/s, 47.1% have come, about 12s left}. */
    String words() {
        String pace = String.format(
                Locale.ROOT,
                "%.1f M events, %.1f M/s, ",
                at.events() / 1e6,
                at.events() / (Math.max(1, elapsedNs) / 1e9) / 1e6);
        return pace + (at.arrived() < due ? coming() : draining());
    }

    private String coming() {
        double share = (double) at.arrived() / due;
        return String.format(Locale.ROOT, "%.1f%% have come", share * 100) + TimeLeft.of(share, elapsedNs);
    }

    private String draining() {
        return String.format(Locale.ROOT, "all have come, draining: %,d inside", at.inside());
    }
}
