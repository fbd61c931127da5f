package id.tenggat.summary;

import id.tenggat.recording.Fate;
import id.tenggat.recording.Recording;
import id.tenggat.recording.StepRow;
import id.tenggat.recording.Tally;

import java.util.List;
import java.util.Optional;

/**
 * One step over the whole run.
 *
 * @param begun applicants who were to send its first attempt
 * @param sent attempts sent
 * @param latencies of every fate that any attempt had
 */
public record StepSummary(String name, long begun, long sent, Tally<Fate> fates, List<FateLatency> latencies) {

    public StepSummary {
        latencies = List.copyOf(latencies);
    }

    /** Of served attempts, from due; empty if none was served. */
    public Optional<Latency> latency() {
        return served().map(FateLatency::fromDue);
    }

    /** Of served attempts, from sent: what a tool would say that forgets how late it was. */
    public Optional<Latency> uncorrected() {
        return served().flatMap(FateLatency::fromSent);
    }

    private Optional<FateLatency> served() {
        return latencies.stream().filter(one -> one.fate() == Fate.SERVED).findFirst();
    }

    static StepSummary of(Recording recording, int step) {
        String name = recording.provenance().steps().get(step).name();
        List<StepRow> rows =
                recording.steps().stream().filter(row -> row.step() == step).toList();
        return new StepSummary(
                name,
                rows.stream().mapToLong(StepRow::begun).sum(),
                rows.stream().mapToLong(StepRow::sent).sum(),
                rows.stream().map(StepRow::fates).reduce(Tally.none(Fate.class), Tally::plus),
                FateLatency.of(recording.latencies(), name));
    }
}
