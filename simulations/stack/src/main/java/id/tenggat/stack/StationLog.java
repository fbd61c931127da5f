package id.tenggat.stack;

import id.tenggat.policy.Workforce;
import id.tenggat.recording.StationMeter;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * The meters of a run's stations, then of its pools, and what they measured, interval after interval. Intervals are cut exactly at their ends
 * because whoever touches a meter at a time first advances the log to it.
 */
final class StationLog {

    /** Samples that are kept at most, some 100 MB; the interval that would exceed it is never cut. */
    static final int SAMPLES_MAX = 1_000_000;

    /** What one station or pool did in one interval. */
    record Row(int interval, int station, StationSample sample) {}

    private final long intervalNs;
    private final Tallies tallies;
    private final List<StationMeter> meters = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int interval;
    private boolean ended;

    /** Begins at engine time 0. */
    StationLog(Scenario scenario, long intervalNs) {
        this(scenario, intervalNs, Tallies.unread(scenario));
    }

    /** The same; what is measured goes into these too. */
    StationLog(Scenario scenario, long intervalNs, Tallies tallies) {
        this.intervalNs = intervalNs;
        this.tallies = tallies;
        for (int i = 0; i < scenario.stack().stations().size(); i++) {
            meters.add(new StationMeter(new Workforce(scenario, i).workers()));
        }
        scenario.stack().pools().forEach(pool -> meters.add(new StationMeter(pool.size())));
    }

    StationMeter meter(int station) {
        return meters.get(station);
    }

    /** Measures a station in this log and in what outlives it. */
    StationWatch watch(int station) {
        return new StationWatch(meters.get(station), tallies.station(station));
    }

    Tallies tallies() {
        return tallies;
    }

    /** Cuts every interval that ends by this time. */
    void advanceTo(long nowNs) {
        while (!ended && nowNs / intervalNs > interval && rows.size() + meters.size() <= SAMPLES_MAX) {
            cut((interval + 1L) * intervalNs);
        }
    }

    /** Cuts what is left at this time; after it nothing is cut. */
    void end(long nowNs) {
        advanceTo(nowNs);
        if (!ended) {
            cut(nowNs);
            ended = true;
        }
    }

    private void cut(long atNs) {
        for (int station = 0; station < meters.size(); station++) {
            rows.add(new Row(interval, station, meters.get(station).cut(atNs)));
        }
        interval++;
    }

    /** All that is cut so far, in order. */
    List<Row> rows() {
        return List.copyOf(rows);
    }
}
