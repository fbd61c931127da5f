package id.tenggat.recording;

import id.tenggat.state.State;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
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
    /** One a step, used from the first attempt on that slipped: until then it is the same as SERVED. */
    private final LatencyCounts[] uncorrected;

    private final boolean[] slipped;
    private final LatencyCounts slip = new LatencyCounts();
    private int onTime;

    OpenLatencies(List<Provenance.Step> steps) {
        this.steps = steps;
        this.fates = empty(steps.size() * FATES);
        this.uncorrected = empty(steps.size());
        this.slipped = new boolean[steps.size()];
    }

    /** They grow with what they hold, so that those never used stay small. */
    private static LatencyCounts[] empty(int count) {
        return Stream.generate(LatencyCounts::new).limit(count).toArray(LatencyCounts[]::new);
    }

    void attempt(int step, Fate fate, long slipNs, long latencyNs) {
        if (slipNs > 0) {
            slip(step, slipNs);
        } else {
            onTime += fate == Fate.ABANDONED ? 0 : 1;
        }
        fates[step * FATES + fate.ordinal()].add(us(latencyNs));
        if (fate == Fate.SERVED && slipped[step]) {
            uncorrected[step].add(us(latencyNs - slipNs));
        }
    }

    private void slip(int step, long ns) {
        if (!slipped[step]) {
            slipped[step] = true;
            uncorrected[step].add(served(step));
        }
        slip.add(us(ns));
    }

    private LatencyCounts served(int step) {
        return fates[step * FATES + SERVED];
    }

    private static long us(long ns) {
        return (ns + 500) / 1000;
    }

    /** How many attempts of a step had this fate. */
    long count(int step, int fate) {
        return fates[step * FATES + fate].total();
    }

    /** Hands all counts over with the tags that they stand for, and clears them. */
    void drainInto(BiConsumer<LatencyCounts, List<String>> writer) {
        for (int step = 0; step < steps.size(); step++) {
            String name = steps.get(step).name();
            if (slipped[step]) {
                writer.accept(uncorrected[step], List.of(LatencyLog.uncorrectedTag(name)));
                writer.accept(served(step), List.of(LatencyLog.tag(name, Fate.SERVED)));
            } else {
                writer.accept(
                        served(step), List.of(LatencyLog.uncorrectedTag(name), LatencyLog.tag(name, Fate.SERVED)));
            }
            for (Fate fate : NOT_SERVED) {
                writer.accept(fates[step * FATES + fate.ordinal()], List.of(LatencyLog.tag(name, fate)));
            }
        }
        slip.add(0, onTime);
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
