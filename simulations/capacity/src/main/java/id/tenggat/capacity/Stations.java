package id.tenggat.capacity;

import id.tenggat.capacity.Simulator.Way;
import id.tenggat.recording.StationSample;
import id.tenggat.state.State;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.stream.IntStream;

/** The stations of a run, each played in the cheapest way that is exact, and the pools that they share. */
final class Stations {

    private final @Nullable SteadyStation[] steady;
    private final @Nullable StationFlow[] stepByStep;
    private final PoolFlow[] pools;

    Stations(StationFlow.Shared shared, Way way, long intervalNs) {
        int count = shared.scenario().stack().stations().size();
        steady = new SteadyStation[count];
        stepByStep = new StationFlow[count];
        pools = IntStream.range(0, shared.scenario().stack().pools().size())
                .mapToObj(i -> new PoolFlow(
                        shared, i, (station, request) -> stepByStep(station).serve(request)))
                .toArray(PoolFlow[]::new);
        for (int i = 0; i < count; i++) {
            if (way == Way.AHEAD && SteadyStation.suits(shared.scenario(), i, intervalNs)) {
                steady[i] = new SteadyStation(shared.scenario(), i, intervalNs);
            } else {
                stepByStep[i] = new StationFlow(shared, i, connections(shared, i));
            }
        }
    }

    private Connections connections(StationFlow.Shared shared, int station) {
        Optional<Integer> pool = shared.scenario().stack().poolOf(station);
        return new Connections(pool.isPresent() ? pools[pool.get()] : null, station, shared.requests());
    }

    /** How many tell what they did: the stations, then the pools. */
    int count() {
        return steady.length + pools.length;
    }

    /** Nobody is inside any more: checks that the pools have all that is theirs. */
    void checkConservation() {
        for (PoolFlow pool : pools) {
            pool.checkConservation();
        }
    }

    /** The station of this index, if it is steady. */
    @Nullable
    SteadyStation steady(int index) {
        return steady[index];
    }

    /** The station of this index, which must not be steady. */
    StationFlow stepByStep(int index) {
        StationFlow station = stepByStep[index];
        if (station == null) {
            throw new IllegalStateException("station " + index + " is not played step by step");
        }
        return station;
    }

    /** What a station, or a pool, did in the interval that ends now; only what was until this time has come to pass. */
    StationSample cut(int index, long untilNs) {
        if (index >= steady.length) {
            return pools[index - steady.length].cut();
        }
        SteadyStation station = steady[index];
        return station == null ? stepByStep(index).cut() : station.cut(untilNs);
    }

    /** All of them must be played step by step. */
    void carry(State state) {
        for (PoolFlow pool : pools) {
            pool.carry(state);
        }
        for (int i = 0; i < stepByStep.length; i++) {
            stepByStep(i).carry(state);
        }
    }
}
