package id.tenggat.summary;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.recording.StationRow;
import id.tenggat.recording.StationSample;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first interval in which a station shows that it cannot keep up.
 *
 * @param at the first instant of the interval
 * @param value requests failed, requests rejected, requests waiting, or the utilisation
 */
public record FirstSign(Provenance.Station station, int interval, Instant at, Sign sign, double value) {

    /** Above this share of its workers' time a station's queue has no room for chance. */
    public static final double BUSY = 0.95;

    /** How it shows, the gravest first. */
    public enum Sign {
        /** It failed more requests than it served: it is down, or a third party is. */
        FAILS,
        /** It turned requests away. */
        REJECTS,
        /** Its queue stood at its limit. */
        QUEUE_FULL,
        /** Its workers were busy for more than 95 % of their time. */
        BUSY
    }

    /**
     * Each station's and pool's first sign, the earliest first; in the same interval the gravest first, and a busy pool
     * before the stations whose workers it keeps busy with waiting.
     */
    static List<FirstSign> of(Recording recording) {
        return IntStream.range(0, recording.provenance().stations().size())
                .mapToObj(station -> ofStation(recording, station))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(FirstSign::interval)
                        .thenComparing(FirstSign::sign)
                        .thenComparing(sign -> sign.station().kind(), Comparator.reverseOrder()))
                .toList();
    }

    private static Optional<FirstSign> ofStation(Recording recording, int station) {
        return recording.stationRows(station).stream()
                .flatMap(row -> ofRow(recording.provenance(), row).stream())
                .findFirst();
    }

    private static Optional<FirstSign> ofRow(Provenance provenance, StationRow row) {
        Provenance.Station station = provenance.stations().get(row.station());
        StationSample sample = row.sample();
        if (sample.failed() > sample.served() + sample.wasted()) {
            return Optional.of(sign(provenance, row, Sign.FAILS, (double) sample.failed()));
        }
        if (sample.rejected() > 0) {
            return Optional.of(sign(provenance, row, Sign.REJECTS, (double) sample.rejected()));
        }
        if (station.queueLimit() > 0 && sample.queueMax() >= station.queueLimit()) {
            return Optional.of(sign(provenance, row, Sign.QUEUE_FULL, (double) sample.queueMax()));
        }
        double utilisation = StationSummary.utilisation(sample);
        return utilisation > BUSY ? Optional.of(sign(provenance, row, Sign.BUSY, utilisation)) : Optional.empty();
    }

    private static FirstSign sign(Provenance provenance, StationRow row, Sign sign, double value) {
        return new FirstSign(
                provenance.stations().get(row.station()),
                row.interval(),
                provenance.axis().startOf(row.interval()),
                sign,
                value);
    }
}
