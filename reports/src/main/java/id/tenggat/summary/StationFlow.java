package id.tenggat.summary;

import id.tenggat.recording.Provenance;
import id.tenggat.recording.Recording;
import id.tenggat.recording.StationRow;
import id.tenggat.recording.StationSample;
import id.tenggat.recording.StepRow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What one station was asked for, what it served, and what it could have served, over time.
 *
 * @param parts one an interval in which the station told anything, in order
 */
public record StationFlow(List<Part> parts) {

    /**
     * One interval.
     *
     * @param offered attempts that were sent to it
     * @param served requests served while their client was there
     * @param wasted requests served although their client had left
     * @param possible requests that its workers could have served: the time that they could work, by the mean time that one
     *     request held a worker around then; empty if none ever held one
     */
    public record Part(int interval, long offered, long served, long wasted, OptionalDouble possible) {}

    /** How many requests a mean is of at least: of service times that vary as much as their mean it is 3 % off, mostly. */
    static final int REQUESTS = 1_000;

    /** How many each worker has ended at least: what was begun before, or goes on afterwards, shifts the mean by 2 % at most. */
    static final int REQUESTS_A_WORKER = 50;

    public StationFlow {
        parts = List.copyOf(parts);
    }

    /** Of the station at this index; no pool, for no step is sent to one. */
    public static StationFlow of(Recording recording, int station) {
        return new Reading(recording, station).flow();
    }

    /** One station's rows, read together. */
    private static final class Reading {

        private final Provenance.Station station;
        private final List<StationRow> rows;
        private final long[] offered;
        private final double[] workedUntil;
        private final double[] busyNsUntil;

        Reading(Recording recording, int index) {
            station = recording.provenance().stations().get(index);
            rows = recording.stationRows(index);
            offered = offered(recording, index);
            workedUntil = sums(this::worked);
            busyNsUntil = sums(row -> row.sample().busyNs());
        }

        private static long[] offered(Recording recording, int station) {
            List<Provenance.Step> steps = recording.provenance().steps();
            long[] sent = new long[recording.timeline().size()];
            for (StepRow row : recording.steps()) {
                sent[row.interval()] += steps.get(row.step()).station() == station ? row.sent() : 0;
            }
            return sent;
        }

        /** What failed at the door of a station that was down held no worker. */
        private double worked(StationRow row) {
            StationSample sample = row.sample();
            long failedAtTheDoor = Math.max(0, offered[row.interval()] - sample.entered() - sample.rejected());
            return Math.max(0, sample.served() + sample.wasted() + sample.failed() - failedAtTheDoor);
        }

        /** At each index the sum over all rows before it. */
        private double[] sums(ToDoubleFunction<StationRow> value) {
            double[] until = new double[rows.size() + 1];
            for (int i = 0; i < rows.size(); i++) {
                until[i + 1] = until[i] + value.applyAsDouble(rows.get(i));
            }
            return until;
        }

        StationFlow flow() {
            List<Part> parts = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                StationRow row = rows.get(i);
                StationSample sample = row.sample();
                parts.add(new Part(
                        row.interval(), offered[row.interval()], sample.served(), sample.wasted(), possible(i)));
            }
            return new StationFlow(parts);
        }

        private OptionalDouble possible(int row) {
            int radius = radius(row);
            double worked = around(row, radius, workedUntil);
            double capacityNs = rows.get(row).sample().capacityNs();
            return worked == 0
                    ? OptionalDouble.empty()
                    : Ratio.of(capacityNs * worked, around(row, radius, busyNsUntil));
        }

        /** The least number of rows on either side with which enough requests were ended; all rows if there never were. */
        private int radius(int row) {
            double enough = Math.max(REQUESTS, (double) REQUESTS_A_WORKER * station.workers());
            int low = 0;
            int high = rows.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (around(row, middle, workedUntil) >= enough) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        private double around(int row, int radius, double[] until) {
            return until[Math.min(rows.size(), row + radius + 1)] - until[Math.max(0, row - radius)];
        }
    }
}
