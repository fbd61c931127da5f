package id.tenggat.recording;

import id.tenggat.state.State;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Which stations have told of which intervals: each at most once, and in an interval all or none. */
final class StationBook {

    private final List<Provenance.Station> stations;
    private final List<BitSet> told;

    StationBook(List<Provenance.Station> stations) {
        this.stations = stations;
        this.told = stations.stream().map(station -> new BitSet()).toList();
    }

    void told(int interval, int station) {
        if (told.get(station).get(interval)) {
            throw new ConservationException("station %s told twice of interval %d"
                    .formatted(stations.get(station).name(), interval));
        }
        told.get(station).set(interval);
    }

    /** How often a station has told. */
    int rows() {
        return told.stream().mapToInt(BitSet::cardinality).sum();
    }

    /** Number of intervals up to the last one that any station told of. */
    long intervals() {
        return told.stream().mapToInt(BitSet::length).max().orElse(0);
    }

    void carry(State state) {
        for (BitSet ofStation : told) {
            long[] words = ofStation.toLongArray();
            int count = state.count(words.length, Long.BYTES);
            ofStation.or(BitSet.valueOf(Arrays.copyOf(state.of(words, count), count)));
        }
    }

    void check() {
        BitSet any = new BitSet();
        told.forEach(any::or);
        for (int i = 0; i < told.size(); i++) {
            BitSet missing = (BitSet) any.clone();
            missing.andNot(told.get(i));
            if (!missing.isEmpty()) {
                throw new ConservationException("station %s told nothing of interval %d, of which others told"
                        .formatted(stations.get(i).name(), missing.nextSetBit(0)));
            }
        }
    }
}
