package id.tenggat.summary;

import id.tenggat.recording.Ending;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RegencyRow;
import id.tenggat.recording.Tally;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who got through.
 *
 * @param applicantsDue everybody who was to come, by the schedule
 * @param inside who was still inside at the end
 * @param regencies those with applicants, the lowest share completed first
 */
public record Completion(long applicantsDue, Tally<Ending> endings, long inside, List<RegencyShare> regencies) {

    /**
     * One regency.
     *
     * @param share completed of due, 0 to 1
     */
    public record RegencyShare(RegencyRow regency, double share) {
        static RegencyShare of(RegencyRow row) {
            return new RegencyShare(row, (double) row.endings().of(Ending.COMPLETED) / row.due());
        }
    }

    public Completion {
        regencies = List.copyOf(regencies);
    }

    static Completion of(Recording recording) {
        List<RegencyRow> rows = recording.regencies();
        return new Completion(
                recording.provenance().due().applicants(),
                rows.stream().map(RegencyRow::endings).reduce(Tally.none(Ending.class), Tally::plus),
                rows.stream().mapToLong(RegencyRow::inside).sum(),
                rows.stream()
                        .filter(row -> row.due() > 0)
                        .map(RegencyShare::of)
                        .sorted(Comparator.comparingDouble(RegencyShare::share)
                                .thenComparing(share -> share.regency().code()))
                        .toList());
    }

    /** Completed by the last deadline, of all who were due to come; empty if nobody was. */
    public OptionalDouble share() {
        return Ratio.of(endings.of(Ending.COMPLETED), applicantsDue);
    }

    /** The regency with the lowest share. */
    public Optional<RegencyShare> lowest() {
        return regencies.stream().findFirst();
    }
}
