package id.tenggat.capacity;

import id.tenggat.capacity.Simulator.Way;
import id.tenggat.recording.StationSample;
import id.tenggat.state.State;
import org.jspecify.annotations.Nullable;

/** The stations of a run, each played in the cheapest way that is exact. */
final class Stations {

    private final @Nullable SteadyStation[] steady;
    private final @Nullable StationFlow[] stepByStep;

    Stations(StationFlow.Shared shared, Way way, long intervalNs) {
        int count = shared.scenario().stack().stations().size();
        steady = new SteadyStation[count];
        stepByStep = new StationFlow[count];
        for (int i = 0; i < count; i++) {
            if (way == Way.AHEAD && SteadyStation.suits(shared.scenario(), i, intervalNs)) {
                steady[i] = new SteadyStation(shared.scenario(), i, intervalNs);
            } else {
                stepByStep[i] = new StationFlow(shared, i);
            }
        }
    }

    int count() {
        return steady.length;
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

    /** What a station did in the interval that ends now; only what was until this time has come to pass. */
    StationSample cut(int index, long untilNs) {
        SteadyStation station = steady[index];
        return station == null ? stepByStep(index).cut() : station.cut(untilNs);
    }

    /** All of them must be played step by step. */
    void carry(State state) {
        for (int i = 0; i < count(); i++) {
            stepByStep(i).carry(state);
        }
    }
}
