package id.tenggat.benchmarks;

import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.stat.Tally;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * W1 in SSJ's event view: a Poisson stream, c workers, one queue. One event object for the arrivals and one for each
 * worker, scheduled again and again; a customer is an object only while waiting. Only the wait is tallied.
 */
final class SsjQueue {

    private final Simulator simulator;
    private final RandomVariateGen interarrival;
    private final RandomVariateGen service;
    private final int customers;
    private final Deque<Customer> queue = new ArrayDeque<>();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Tally waits = new Tally("wait");
    private int arrived;

    /** What came out. */
    record Result(int customers, double meanWaitSeconds) {}

    /** The same question as this scenario's: one step, one station, uniform arrivals. */
    SsjQueue(Scenario scenario, EventList list, int replication) {
        Station station = scenario.stack().stations().get(0);
        Duration span = Duration.between(
                scenario.calendar().opens(), scenario.calendar().closes());
        SsjDraws draws = new SsjDraws(replication);
        simulator = new Simulator(list);
        customers = scenario.population().applicants();
        interarrival = new ExponentialGen(draws.next(), customers / SsjDraws.seconds(span));
        service = draws.exponential(station.serviceTime());
        for (int i = 0; i < station.workers(); i++) {
            idle.push(new Worker());
        }
    }

    Result run() {
        new Arrival().schedule(interarrival.nextDouble());
        simulator.start();
        return new Result(waits.numberObs(), waits.average());
    }

    private record Customer(double arrivedAt) {}

    private final class Arrival extends Event {

        Arrival() {
            super(simulator);
        }

        @Override
        public void actions() {
            if (++arrived < customers) {
                schedule(interarrival.nextDouble());
            }
            if (idle.isEmpty()) {
                queue.add(new Customer(simulator.time()));
            } else {
                waits.add(0);
                idle.pop().schedule(service.nextDouble());
            }
        }
    }

    /** A worker, as the event that it is done. */
    private final class Worker extends Event {

        Worker() {
            super(simulator);
        }

        @Override
        public void actions() {
            Customer next = queue.poll();
            if (next == null) {
                idle.push(this);
            } else {
                waits.add(simulator.time() - next.arrivedAt());
                schedule(service.nextDouble());
            }
        }
    }
}
