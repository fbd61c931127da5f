package id.tenggat.benchmarks;

import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.RandomStream;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * W3 in SSJ's event view. An applicant is the event of its next attempt, a request the event of its end of service; its
 * timeout is a third, cancelled when the answer comes first. A request whose client has left stays where it is.
 */
final class SsjDeadline {

    private final Simulator simulator;
    private final SsjArrivals arrivals;
    private final RandomVariateGen think;
    private final RandomStream jitter;
    private final Place[] places;
    private final int[] placeOfStep;
    private final Clients clients;
    private final double timeout;
    private final double backoffFirst;
    private final double backoffMost;
    private long events;
    private long attempts;
    private long completed;
    private long wasted;

    /**
     * What came out.
     *
     * @param events events handled; those cancelled do not count
     * @param completed applicants who had all steps served by the deadline
     * @param wasted requests served after their client had left
     */
    record Result(long events, long attempts, long completed, long wasted) {}

    /** The same question as this scenario's: one visit each, exponential service, first come first served, no incidents. */
    SsjDeadline(Scenario scenario, EventList list, int replication) {
        SsjDraws draws = new SsjDraws(replication);
        simulator = new Simulator(list);
        arrivals = new SsjArrivals(scenario, draws.next());
        think = draws.lognormal(scenario.journey().steps().get(0).think());
        jitter = draws.next();
        places = scenario.stack().stations().stream()
                .map(station -> new Place(station, draws))
                .toArray(Place[]::new);
        placeOfStep = scenario.journey().steps().stream()
                .mapToInt(Journey.Step::station)
                .toArray();
        clients = scenario.clients();
        timeout = SsjDraws.seconds(clients.commonTimeout().orElseThrow());
        backoffFirst = SsjDraws.seconds(clients.backoff().first());
        backoffMost = SsjDraws.seconds(clients.backoff().atMost());
    }

    Result run() {
        new Arrival().schedule(arrivals.next());
        simulator.start();
        return new Result(events, attempts, completed, wasted);
    }

    private final class Arrival extends Event {

        Arrival() {
            super(simulator);
        }

        @Override
        public void actions() {
            events++;
            new Applicant().thinkThenSend();
            if (arrivals.hasNext()) {
                schedule(Math.max(0, arrivals.next() - simulator.time()));
            }
        }
    }

    private final class Applicant extends Event {

        private int step;
        private int failures;

        Applicant() {
            super(simulator);
        }

        @Override
        public void actions() {
            events++;
            attempts++;
            Place place = places[placeOfStep[step]];
            if (place.isFull()) {
                failed();
            } else {
                place.enter(new Request(this, place));
            }
        }

        void served() {
            failures = 0;
            if (++step < placeOfStep.length) {
                thinkThenSend();
            } else if (simulator.time() <= arrivals.deadline()) {
                completed++;
            }
        }

        void thinkThenSend() {
            scheduleUntilDeadline(think.nextDouble());
        }

        void failed() {
            if (++failures < clients.attempts()) {
                double pause = backoffFirst * Math.pow(clients.backoff().factor(), failures - 1);
                scheduleUntilDeadline(Math.min(pause, backoffMost) * (0.5 + jitter.nextDouble()));
            }
        }

        private void scheduleUntilDeadline(double after) {
            if (simulator.time() + after <= arrivals.deadline()) {
                schedule(after);
            }
        }
    }

    /** A request, as the event that its service ends. */
    private final class Request extends Event {

        private final Applicant applicant;
        private final Place place;
        private final Timeout patience = new Timeout(this);
        private boolean abandoned;

        Request(Applicant applicant, Place place) {
            super(simulator);
            this.applicant = applicant;
            this.place = place;
            patience.schedule(timeout);
        }

        @Override
        public void actions() {
            events++;
            if (abandoned) {
                wasted++;
            } else {
                patience.cancel();
                applicant.served();
            }
            place.leave();
        }
    }

    private final class Timeout extends Event {

        private final Request request;

        Timeout(Request request) {
            super(simulator);
            this.request = request;
        }

        @Override
        public void actions() {
            events++;
            request.abandoned = true;
            request.applicant.failed();
        }
    }

    /** A station. */
    private static final class Place {

        private final Deque<Request> queue = new ArrayDeque<>();
        private final RandomVariateGen service;
        private final int room;
        private int idle;

        Place(Station station, SsjDraws draws) {
            service = draws.exponential(station.serviceTime());
            room = station.queueLimit();
            idle = station.workers();
        }

        boolean isFull() {
            return idle == 0 && queue.size() == room;
        }

        void enter(Request request) {
            if (idle > 0) {
                idle--;
                request.schedule(service.nextDouble());
            } else {
                queue.add(request);
            }
        }

        void leave() {
            Request next = queue.poll();
            if (next == null) {
                idle++;
            } else {
                next.schedule(service.nextDouble());
            }
        }
    }
}
