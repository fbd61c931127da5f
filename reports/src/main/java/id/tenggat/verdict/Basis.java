package id.tenggat.verdict;

import id.tenggat.scenario.Metric;

/** What an objective's certainty rests on. */
public enum Basis {
    UPS_AND_DOWNS("interval", "an interval from the run's own ups and downs"),
    EXACT("interval", "an exact interval of as few cases"),
    CENSUS("by value", "everybody is counted: a census and no sample, so no interval"),
    EXTREME("by value", "an extreme: no resample holds a greater one, so no interval"),
    NOTHING("", "no data");

    private final String manner;
    private final String words;

    Basis(String manner, String words) {
        this.manner = manner;
        this.words = words;
    }

    /** How a metric is judged by one run that has many cases of it. */
    public static Basis of(Metric metric) {
        if (metric.source() == Metric.Source.LEDGER) {
            return CENSUS;
        }
        return switch (metric) {
            case LATENCY_MAX, UTILISATION, REGENCY_MIN_COMPLETED -> EXTREME;
            case COMPLETED_BY_DEADLINE -> EXACT;
            default -> UPS_AND_DOWNS;
        };
    }

    /** Whether an interval decides, or the value itself: {@code interval}, {@code by value}. */
    public String manner() {
        return manner;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
