package id.tenggat.recording;

import id.tenggat.state.State;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Counts and latencies of one interval that is not written yet. Cleared, it serves for another. */
@SuppressWarnings("EnumOrdinal") // an index into arrays of this class; no file depends on it
final class OpenInterval {

    private static final int FATES = Fate.values().length;

    private final int steps;
    private final long[] begun;
    private final long[] sent;

    private final long[] endings = new long[Ending.values().length];
    private final OpenLatencies latencies;
    private long arrivals;

    OpenInterval(Provenance provenance) {
        this.steps = provenance.steps().size();
        this.begun = new long[steps];
        this.sent = new long[steps];
        this.latencies = new OpenLatencies(provenance.steps());
    }

    void arrived() {
        arrivals++;
    }

    void begun(int step) {
        begun[step]++;
    }

    void sent(int step) {
        sent[step]++;
    }

    void ended(Ending ending) {
        endings[ending.ordinal()]++;
    }

    void attempt(int step, Fate fate, long slipNs, long latencyNs) {
        latencies.attempt(step, fate, slipNs, latencyNs);
    }

    OpenLatencies latencies() {
        return latencies;
    }

    StepRow step(int interval, int step) {
        long[] ofStep = IntStream.range(0, FATES)
                .mapToLong(fate -> latencies.count(step, fate))
                .toArray();
        return new StepRow(interval, step, begun[step], sent[step], Tally.of(Fate.values(), ofStep));
    }

    /** @param insideBefore applicants inside at its beginning */
    TimelineRow timeline(int interval, long insideBefore) {
        long[] ofAll = IntStream.range(0, FATES)
                .mapToLong(fate -> IntStream.range(0, steps)
                        .mapToLong(step -> latencies.count(step, fate))
                        .sum())
                .toArray();
        return new TimelineRow(
                interval,
                arrivals,
                Arrays.stream(begun).sum(),
                Arrays.stream(sent).sum(),
                Tally.of(Fate.values(), ofAll),
                Tally.of(Ending.values(), endings),
                insideBefore + arrivals - Arrays.stream(endings).sum());
    }

    /** Into one that is clear. */
    void carry(State state) {
        arrivals = state.of(arrivals);
        state.of(begun, steps);
        state.of(sent, steps);
        state.of(endings, endings.length);
        latencies.carry(state);
    }

    /** Forgets the counts; the latencies are cleared by whoever wrote them. */
    void clear() {
        arrivals = 0;
        Arrays.fill(begun, 0);
        Arrays.fill(sent, 0);
        Arrays.fill(endings, 0);
    }
}
