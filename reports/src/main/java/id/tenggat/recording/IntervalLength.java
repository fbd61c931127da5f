package id.tenggat.recording;

import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice.Window;

import java.time.Duration;

/** Proposes a round interval, fine enough to see a rush and coarse enough for a chart. */
public final class IntervalLength {

    /** The most intervals that a proposal leads to. */
    static final int MAX_INTERVALS = 600;

    private static final long[] ROUND_SECONDS = {
        1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 604_800
    };

    private IntervalLength() {}

    /** The shortest round interval, in engine nanoseconds, of which a (sliced) scenario has at most 600. */
    public static long proposedNs(Scenario scenario) {
        Calendar calendar = scenario.calendar();
        Duration span = scenario.slice()
                .window()
                .map(Window::length)
                .orElse(Duration.between(calendar.opens(), calendar.closesFinally()));
        return proposedNs((long) (span.toNanos() / scenario.slice().timeLapse()));
    }

    static long proposedNs(long spanNs) {
        for (long seconds : ROUND_SECONDS) {
            if (spanNs <= seconds * 1_000_000_000L * MAX_INTERVALS) {
                return seconds * 1_000_000_000L;
            }
        }
        return spanNs / MAX_INTERVALS + 1;
    }
}
