package id.tenggat.benchmarks;

import java.util.Locale;

/**
 * One figure of a live run beside what it should be.
 *
 * @param straysMs by how much a run of this length may stray from the closed form by chance
 */
record FidelityRow(Run run, Figure figure, Values ms, double straysMs) {

    static final String HEADER =
            "load  arrivals  wait   live ms  simulator ms  error ms (allowed)  Erlang C ms  error ms (allowed)";

    /** What is told of the waits, and by how many milliseconds a live one may differ. */
    enum Figure {
        MEAN("mean", 0.25),
        /** The machine wakes nobody to the microsecond: one timer in a hundred rings late by most of a millisecond. */
        P99("p99", 1);

        private final String word;
        private final double allowedMs;

        Figure(String word, double allowedMs) {
            this.word = word;
            this.allowedMs = allowedMs;
        }

        double allowedMs() {
            return allowedMs;
        }
    }

    /** At which load, and how many came. */
    record Run(double load, int arrivals) {}

    /** The same figure three times, in milliseconds: of the live run, of the simulator on the same draws, in closed form. */
    record Values(double live, double simulated, double steady) {}

    boolean isInside() {
        return Math.abs(fromSimulator()) <= allowedFromSimulator() && Math.abs(fromSteady()) <= allowedFromSteady();
    }

    private double fromSimulator() {
        return ms.live() - ms.simulated();
    }

    private double allowedFromSimulator() {
        return figure.allowedMs + StackFidelity.ALLOWED_SHARE * ms.simulated();
    }

    private double fromSteady() {
        return ms.live() - ms.steady();
    }

    private double allowedFromSteady() {
        return figure.allowedMs + StackFidelity.ALLOWED_SHARE * ms.steady() + straysMs;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f  %8d  %-4s  %8.3f  %12.3f  %8.3f (%7.3f)  %11.3f  %8.3f (%7.3f)%s",
                run.load(),
                run.arrivals(),
                figure.word,
                ms.live(),
                ms.simulated(),
                fromSimulator(),
                allowedFromSimulator(),
                ms.steady(),
                fromSteady(),
                allowedFromSteady(),
                isInside() ? "" : "  outside");
    }
}
