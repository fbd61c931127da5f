package id.tenggat.recording;

import id.tenggat.state.State;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The latencies of an interval that is still open. Cleared, it serves for another. */
@SuppressWarnings("EnumOrdinal") // an index into arrays of this class; no file depends on it
final class OpenLatencies {

    private static final int FATES = Fate.values().length;
    private static final int SERVED = Fate.SERVED.ordinal();
    private static final Set<Fate> NOT_SERVED = EnumSet.complementOf(EnumSet.of(Fate.SERVED));

    private final List<Provenance.Step> steps;
    /** Step after step one for each fate. */
    private final LatencyCounts[] fates;
    /** From sent: as the fates, each used from the first attempt on that slipped. Until then it is the same as from due. */
    private final LatencyCounts[] uncorrected;

    private final boolean[] slipped;
    private final LatencyCounts slip = new LatencyCounts();
    private int onTime;

    OpenLatencies(List<Provenance.Step> steps) {
        this.steps = steps;
        this.fates = empty(steps.size() * FATES);
        this.uncorrected = empty(steps.size() * FATES);
        this.slipped = new boolean[steps.size() * FATES];
    }

    /** They grow with what they hold, so that those never used stay small. */
    private static LatencyCounts[] empty(int count) {
        return Stream.generate(LatencyCounts::new).limit(count).toArray(LatencyCounts[]::new);
    }

    void attempt(int step, Fate fate, long slipNs, long latencyNs) {
        int row = step * FATES + fate.ordinal();
        if (slipNs > 0) {
            slip(row, slipNs);
        } else {
            onTime += fate == Fate.ABANDONED ? 0 : 1;
        }
        fates[row].add(us(latencyNs));
        if (slipped[row]) {
            uncorrected[row].add(us(latencyNs - slipNs));
        }
    }

    private void slip(int row, long ns) {
        if (!slipped[row]) {
            slipped[row] = true;
            uncorrected[row].add(fates[row]);
        }
        slip.add(us(ns));
    }

    /** Microseconds, rounded to the nearest. */
    static long us(long ns) {
        return (ns + 500) / 1000;
    }

    /** How many attempts of a step had this fate. */
    long count(int step, int fate) {
        return fates[step * FATES + fate].total();
    }

    /** Whether anything that was not served slipped. */
    boolean anySlippedUnserved() {
        return IntStream.range(0, slipped.length).anyMatch(row -> slipped[row] && row % FATES != SERVED);
    }

    /** Hands over from sent what was not served, where any of it slipped: elsewhere it is the same as from due. */
    void uncorrectedInto(BiConsumer<LatencyCounts, List<String>> writer) {
        for (int row = 0; row < slipped.length; row++) {
            Fate fate = Fate.values()[row % FATES];
            if (slipped[row] && fate != Fate.SERVED) {
                String name = steps.get(row / FATES).name();
                writer.accept(uncorrected[row], List.of(LatencyLog.uncorrectedTag(name, fate)));
            }
        }
    }

    /** Hands all counts over with the tags that they stand for, and clears them. */
    void drainInto(BiConsumer<LatencyCounts, List<String>> writer) {
        for (int step = 0; step < steps.size(); step++) {
            String name = steps.get(step).name();
            int served = step * FATES + SERVED;
            List<String> tags = List.of(LatencyLog.uncorrectedTag(name), LatencyLog.tag(name, Fate.SERVED));
            if (slipped[served]) {
                writer.accept(uncorrected[served], tags.subList(0, 1));
                writer.accept(fates[served], tags.subList(1, 2));
            } else {
                writer.accept(fates[served], tags);
            }
            for (Fate fate : NOT_SERVED) {
                writer.accept(fates[step * FATES + fate.ordinal()], List.of(LatencyLog.tag(name, fate)));
            }
        }
        if (onTime > 0) {
            slip.add(0, onTime);
        }
        writer.accept(slip, List.of(LatencyLog.SLIP));
        clear();
    }

    /** Into one that is clear. */
    void carry(State state) {
        for (LatencyCounts counts : fates) {
            counts.carry(state);
        }
        for (LatencyCounts counts : uncorrected) {
            counts.carry(state);
        }
        state.of(slipped, slipped.length);
        slip.carry(state);
        onTime = state.of(onTime);
    }

    private void clear() {
        Arrays.stream(fates).forEach(LatencyCounts::clear);
        Arrays.stream(uncorrected).forEach(LatencyCounts::clear);
        slip.clear();
        Arrays.fill(slipped, false);
        onTime = 0;
    }
}
