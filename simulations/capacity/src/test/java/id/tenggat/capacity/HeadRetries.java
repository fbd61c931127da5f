package id.tenggat.capacity;

import id.tenggat.capacity.StationFlow.Answer;
import id.tenggat.capacity.StationFlow.Entry;
import id.tenggat.policy.Patience;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Timeline;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * An orbit of which only the head calls again (the constant retrial policy), before a real station with one server of rate
 * 1 and no place to wait. Populations of clients retry each for itself, so this one is made here, of the engine's parts:
 * whoever comes and whoever calls are two plans that are made again and again.
 */
final class HeadRetries implements StationFlow.Client {

    private final Applicants plans = new Applicants();
    private final Requests requests = new Requests();
    private final Agenda agenda;
    private final StationFlow station;
    private final SplittableRandom random;
    private final int arrival = plans.enter(0, 0);
    private final int call = plans.enter(1, 0);
    private final double arrivalRate;
    private final double callRate;
    private int customers;
    private int served;
    private long orbit;
    private double orbitSeconds;
    private double emptySeconds;
    private long lastNs;

    private HeadRetries(double arrivalRate, double callRate, long seed) {
        Scenario scenario = Models.uniform(
                        1,
                        Duration.ofDays(1),
                        Models.patient(),
                        Models.station(1, 0, new Exponential(Duration.ofSeconds(1))))
                .withSeed(seed);
        this.arrivalRate = arrivalRate;
        this.callRate = callRate;
        agenda = new Agenda(new Patience(scenario), plans, requests, false);
        station = new StationFlow(
                new StationFlow.Shared(scenario, agenda, requests, this, Timeline.END_NS),
                0,
                new Connections(null, 0, requests));
        random = new SplittableRandom(seed);
    }

    /** Plays until so many have come; begins empty. */
    static HeadRetries of(double arrivalRate, double callRate, int customers, long seed) {
        HeadRetries run = new HeadRetries(arrivalRate, callRate, seed);
        run.plan(run.arrival, arrivalRate);
        run.plan(run.call, callRate);
        while (run.customers < customers) {
            run.step();
        }
        return run;
    }

    double meanOrbit() {
        return orbitSeconds / seconds();
    }

    /** Share of the time in which nobody was served or in orbit. */
    double emptyShare() {
        return emptySeconds / seconds();
    }

    /** How many more are in orbit after a second. */
    double growth() {
        return orbit / seconds();
    }

    private double seconds() {
        return agenda.nowNs() / 1e9;
    }

    private void plan(int who, double rate) {
        agenda.plan(who, agenda.nowNs() + (long) (random.nextExponential() / rate * 1e9));
    }

    private void step() {
        agenda.take(agenda.nextNs());
        measure();
        if (agenda.kind() == Agenda.SERVICE_END) {
            station.endService(agenda.subject());
        } else if (agenda.subject() == arrival) {
            customers++;
            orbit += isLetIn() ? 0 : 1;
            plan(arrival, arrivalRate);
        } else {
            orbit -= orbit > 0 && isLetIn() ? 1 : 0;
            plan(call, callRate);
        }
    }

    @Override
    public void awaits(int request) {
        throw new IllegalStateException("nobody waits in a room");
    }

    @Override
    public void timeOut(int request) {
        throw new IllegalStateException("nobody waits in a room");
    }

    private void measure() {
        double seconds = (agenda.nowNs() - lastNs) / 1e9;
        orbitSeconds += orbit * seconds;
        emptySeconds += orbit == 0 && requests.inUse() == 0 ? seconds : 0;
        lastNs = agenda.nowNs();
    }

    /** Each service is the draw of another number. */
    private boolean isLetIn() {
        boolean letIn = station.door() == Entry.ENTERED;
        if (letIn) {
            int request = requests.add(call, served++, 0, 0);
            requests.sentNs[request] = agenda.nowNs();
            requests.givesUpNs[request] = Long.MAX_VALUE;
            station.enter(request);
        }
        return letIn;
    }

    @Override
    public void served(int request, Answer answer) {
        requests.remove(request);
    }

    @Override
    public void failed(int request) {
        throw new IllegalStateException("this station never fails");
    }

    @Override
    public void dropped(int request, Entry as) {
        throw new IllegalStateException("this station drops nobody");
    }
}
