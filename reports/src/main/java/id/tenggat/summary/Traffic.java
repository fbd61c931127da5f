package id.tenggat.summary;

import id.tenggat.recording.Fate;
import id.tenggat.recording.Provenance.Axis;
import id.tenggat.recording.Recording;
import id.tenggat.recording.Tally;
import id.tenggat.recording.TimelineRow;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * All attempts of a run. Rates are per engine second: with a time-lapse, of the lapsed time.
 *
 * @param begun steps begun
 * @param sent attempts sent
 * @param peakArrivalsPerSecond first arrivals in the interval with most of them
 * @param peakSentPerSecond attempts sent in the interval with most of them: the offered peak
 * @param peakServedPerSecond attempts served in the interval with most of them
 */
public record Traffic(
        long begun,
        long sent,
        Tally<Fate> fates,
        Optional<Peak> peakArrivalsPerSecond,
        Optional<Peak> peakSentPerSecond,
        Optional<Peak> peakServedPerSecond) {

    static Traffic of(Recording recording) {
        return new Traffic(
                recording.timeline().stream().mapToLong(TimelineRow::begun).sum(),
                recording.timeline().stream().mapToLong(TimelineRow::sent).sum(),
                recording.timeline().stream().map(TimelineRow::fates).reduce(Tally.none(Fate.class), Tally::plus),
                peak(recording, TimelineRow::arrivals),
                peak(recording, TimelineRow::sent),
                peak(recording, row -> row.fates().of(Fate.SERVED)));
    }

    private static Optional<Peak> peak(Recording recording, ToLongFunction<TimelineRow> count) {
        Axis axis = recording.provenance().axis();
        return Peak.of(
                recording.timeline(),
                axis,
                TimelineRow::interval,
                row -> count.applyAsLong(row) / axis.intervalSeconds());
    }

    /** Attempts with this fate, of all sent; empty if none was sent. */
    public OptionalDouble share(Fate fate) {
        return Ratio.of(fates.of(fate), sent);
    }

    /** Attempts sent in each step that was begun; empty if none was begun. */
    public OptionalDouble retryAmplification() {
        return Ratio.of(sent, begun);
    }
}
