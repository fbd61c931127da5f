package id.tenggat.capacity;

import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;

import java.time.Duration;
import java.util.List;

/**
 * The most of everything that a run holds at once.
 *
 * @param applicants with a slot
 * @param requests in the stations that are played step by step
 * @param timeouts set for them, whether or not the answer has come
 */
record Inside(double applicants, double requests, double timeouts) {

    /** Nobody is surprised by so many more than expected of a thinned slice. */
    private static final double CHANCE = 1.05;

    /** Everybody inside at once, with as many requests as the stations that are played step by step have room for. */
    static Inside everybody(Scenario scenario, Simulator.Way way, long intervalNs) {
        double fraction = scenario.slice().fraction();
        double applicants = scenario.population().applicants() * (fraction == 1 ? 1 : Math.min(1, fraction * CHANCE));
        Clients clients = scenario.clients();
        double attempts = applicants * clients.attempts() * clients.requestsOfAttempt() * clients.visits();
        double requests = 0;
        double timeouts = 0;
        List<Station> stations = scenario.stack().stations();
        for (int i = 0; i < stations.size(); i++) {
            if (way == Simulator.Way.STEP_BY_STEP || !SteadyStation.suits(scenario, i, intervalNs)) {
                double room = Math.min(stations.get(i).queueLimit(), attempts)
                        + stations.get(i).workers();
                requests += room;
                timeouts += room
                        + servedWithin(
                                scenario, stations.get(i), clients.timeout().mean());
            }
        }
        double waitedFor = requests == 0 ? 0 : applicants;
        double mostSent = attempts * scenario.journey().steps().size();
        return new Inside(
                applicants, Math.min(mostSent, requests + waitedFor), Math.min(mostSent, timeouts + waitedFor));
    }

    private static double servedWithin(Scenario scenario, Station station, Duration span) {
        return station.workers() * (double) span.toNanos() / meanHoldNs(scenario, station);
    }

    /** How long a request holds a worker on average, without incidents: 1 ns or more. */
    static double meanHoldNs(Scenario scenario, Station station) {
        double ns = station.serviceTime().mean().toNanos();
        for (int party : station.thirdParties()) {
            ns += scenario.stack().thirdParties().get(party).delay().mean().toNanos();
        }
        return Math.max(1, ns);
    }

    /** What a simulator has held at once by now. */
    static Inside of(Simulator simulator) {
        return new Inside(
                simulator.flow().applicants().used(),
                simulator.flow().requests().used(),
                simulator.flow().timeoutCapacity());
    }

    Inside atMost(Inside other) {
        return new Inside(
                Math.min(applicants, other.applicants),
                Math.min(requests, other.requests),
                Math.min(timeouts, other.timeouts));
    }

    Inside times(double factor) {
        return new Inside(applicants * factor, requests * factor, timeouts * factor);
    }
}
