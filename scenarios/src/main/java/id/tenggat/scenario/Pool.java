package id.tenggat.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Connections that stations share, as those of a database. A worker who begins a request takes one, or waits for one, first
 * come, first served over all stations; the station's own service time begins when the connection is there, and the
 * connection is given back when it ends, before third parties are called. The worker is held all the while.
 *
 * @param size how many connections there are, 1 to 1,000,000
 * @param stations indices into {@link Stack#stations()} of those who share it
 */
public record Pool(String name, int size, List<Integer> stations) {

    /** The most connections. */
    public static final int LARGEST = 1_000_000;

    public Pool {
        Require.that(
                name.matches("[a-z0-9][a-z0-9-]{0,31}"),
                "a pool's name must be lower-case letters, digits and dashes",
                name);
        Require.that(size >= 1 && size <= LARGEST, "a pool's size must lie between 1 and 1,000,000", size);
        stations = List.copyOf(stations);
    }

    /** The same pool with other capacity. */
    public Pool resized(int newSize) {
        return new Pool(name, newSize, stations);
    }

    /** Names are used once in a stack, for a pool is recorded like a station; and a station has one pool at most. */
    static void check(List<Pool> pools, List<Stack.Station> stations) {
        Set<String> names = new HashSet<>();
        stations.forEach(station -> names.add(station.name()));
        Set<Integer> users = new HashSet<>();
        for (Pool pool : pools) {
            Require.that(names.add(pool.name()), "a pool's name must be used once, and by no station", pool.name());
            for (int station : pool.stations()) {
                Require.that(station < stations.size(), "a pool's stations must be there", station);
                Require.that(users.add(station), "a station must have one pool at most", station);
            }
        }
    }
}
