package id.tenggat.summary;

import id.tenggat.recording.Fate;
import id.tenggat.recording.LatencyLog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long the attempts of a step with one fate took.
 *
 * @param fromDue what counts
 * @param fromSent what a tool would say that forgets how late it was; empty if a recording does not tell
 */
public record FateLatency(Fate fate, Latency fromDue, Optional<Latency> fromSent) {

    /** Of one step, each fate that any attempt had. */
    static List<FateLatency> of(LatencyLog log, String step) {
        return Arrays.stream(Fate.values())
                .flatMap(fate -> log
                        .total(LatencyLog.tag(step, fate))
                        .map(Latency::of)
                        .map(fromDue -> new FateLatency(fate, fromDue, fromSent(log, step, fate)))
                        .stream())
                .toList();
    }

    private static Optional<Latency> fromSent(LatencyLog log, String step, Fate fate) {
        return log.total(LatencyLog.uncorrectedTag(step, fate)).map(Latency::of);
    }
}
