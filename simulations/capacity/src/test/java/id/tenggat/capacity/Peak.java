package id.tenggat.capacity;

import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.Requests.Place;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.Arrivals;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One passage of a peak, begun empty: 50 servers of rate 1, 20 customers an hour and from 9 h to 11 h 110. Who waits loses
 * patience at rate 2, and then comes again with probability ½, after an exponential pause of 5 h.
 *
 * <p>The customers are a Poisson number of applicants on a curve that is flat but for the hours of the day. The calendar
 * goes on for so long that nobody would come again after its end. A client's patience ends with the answer, the chain's
 * with the wait: whoever is being served is made to wait for as long as it takes, as soon as service has begun.
 */
record Peak(State at11, State at12) {

    private static final long HOUR_NS = Duration.ofHours(1).toNanos();
    private static final int DAYS = 3;
    private static final List<Double> HOURLY = IntStream.range(0, 24)
            .mapToObj(hour -> hour == 9 || hour == 10 ? 110.0 : 20.0)
            .toList();
    private static final double EXPECTED =
            DAYS * HOURLY.stream().mapToDouble(Double::doubleValue).sum();

    /**
     * At one instant.
     *
     * @param inside those who wait or are served
     * @param orbit those who will come again
     */
    record State(int inside, int orbit) {

        static State of(ApplicantFlow flow) {
            Applicants applicants = flow.applicants();
            int orbit = 0;
            for (int slot = 0; slot < applicants.used(); slot++) {
                orbit += applicants.isInside(slot) && applicants.dueNs(slot) >= 0 ? 1 : 0;
            }
            return new State(flow.requests().inUse(), orbit);
        }
    }

    static Peak of(long seed) {
        EventByEvent run = new EventByEvent(Schedule.of(scenario(seed)), new QuietRecorder(24 * HOUR_NS));
        ApplicantFlow flow = run.simulator().flow();
        Runnable steadfast =
                () -> waitForEverOnceServed(flow.requests(), run.simulator().agenda());
        run.playUntil(11 * HOUR_NS, steadfast);
        State at11 = State.of(flow);
        run.playUntil(12 * HOUR_NS, steadfast);
        return new Peak(at11, State.of(flow));
    }

    private static void waitForEverOnceServed(Requests requests, Agenda agenda) {
        long neverNs = DAYS * 24 * HOUR_NS;
        for (int request = 0; request < requests.used(); request++) {
            if (requests.place[request] == Place.SERVING
                    && !requests.abandoned[request]
                    && requests.givesUpNs[request] != neverNs) {
                agenda.cancelTimeout(request);
                requests.givesUpNs[request] = neverNs;
                agenda.addTimeout(request);
            }
        }
    }

    private static Scenario scenario(long seed) {
        Duration pause = Duration.ofHours(5);
        Clients clients = Models.with(Models.retrying(pause), new Exponential(Duration.ofMinutes(30)), 0.5);
        Station servers = Models.noticing(Models.station(50, 100_000, new Exponential(Duration.ofHours(1))));
        return Models.scenario(
                        poisson(EXPECTED, new SplittableRandom(seed)),
                        new Arrivals(new Arrivals.Curve.Uniform(), new Arrivals.DayShape(HOURLY)),
                        Duration.ofDays(DAYS),
                        clients,
                        List.of(servers))
                .withSeed(seed);
    }

    /** How many exponential gaps of mean 1 fit. */
    private static int poisson(double mean, SplittableRandom random) {
        int count = 0;
        for (double sum = random.nextExponential(); sum < mean; sum += random.nextExponential()) {
            count++;
        }
        return count;
    }
}
