package id.tenggat.capacity;

import id.tenggat.capacity.Requests.Place;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long requests are inside of their stations, each by its own two times: from when it was sent until it is seen to have
 * left, whatever the reason. Looks at every request after every event, and shares no sum with the stations' meters; who
 * comes and goes within one event was inside for no time.
 */
final class Sojourns implements Runnable {

    private static final long NOBODY = -1;

    private final Simulator simulator;
    private final Requests requests;
    private final int[] stationOfStep;
    private final Map<Integer, Long> insideNs = new TreeMap<>();
    private Seen[] seen = new Seen[0];

    /** Who was last seen inside in a slot. */
    private record Seen(long who, int stamp, int station, long sentNs, boolean stillInside) {
        static final Seen NONE = new Seen(NOBODY, 0, 0, 0, false);

        Seen gone() {
            return new Seen(who, stamp, station, sentNs, false);
        }
    }

    Sojourns(Simulator simulator, Scenario scenario) {
        this.simulator = simulator;
        requests = simulator.flow().requests();
        stationOfStep = scenario.journey().steps().stream()
                .mapToInt(Journey.Step::station)
                .toArray();
        for (int station = 0; station < scenario.stack().stations().size(); station++) {
            insideNs.put(station, 0L);
        }
    }

    /** Of each station the sum over its requests of the time inside. */
    Map<Integer, Long> insideNs() {
        return insideNs;
    }

    @Override
    public void run() {
        growTo(requests.used());
        for (int slot = 0; slot < requests.used(); slot++) {
            Seen one = seen[slot];
            boolean there = requests.place[slot] != Place.UNANSWERED;
            if (one.stillInside() && (!there || requests.stamp[slot] != one.stamp())) {
                insideNs.merge(one.station(), simulator.agenda().nowNs() - one.sentNs(), Math::addExact);
                one = one.gone();
                seen[slot] = one;
            }
            if (!one.stillInside() && there && requests.of(slot) != one.who()) {
                seen[slot] = new Seen(
                        requests.of(slot),
                        requests.stamp[slot],
                        stationOfStep[requests.step[slot]],
                        requests.sentNs[slot],
                        true);
            }
        }
    }

    private void growTo(int size) {
        int before = seen.length;
        if (size > before) {
            seen = Arrays.copyOf(seen, size);
            Arrays.fill(seen, before, size, Seen.NONE);
        }
    }
}
