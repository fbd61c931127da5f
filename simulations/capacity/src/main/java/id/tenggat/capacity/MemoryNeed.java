package id.tenggat.capacity;

import id.tenggat.policy.ServiceDraws;
import id.tenggat.recording.Recorder;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Station;

import java.time.Duration;
import java.util.List;

/**
 * What a run takes of the heap, in bytes, by how many are inside at once: counted from the arrays that grow with them, by
 * doubling or by blocks, and from what the recording keeps open.
 */
record MemoryNeed(Scenario scenario, Simulator.Way way, long intervalNs) {

    /** The program itself: classes, the scenario, the command line. */
    static final double PROGRAM = 24e6;

    /**
     * A collector needs some room to work in. All in all the estimate is about a fourth more than what the national scenarios
     * were found to need (Java 17, serial collector).
     */
    static final double ROOM_TO_COLLECT = 1.1;

    /** An array begins with so many elements. */
    private static final double FIRST_CAPACITY = 1024;

    /** Streams of arrivals, counts of the recording, a row of the report: about half a kilobyte each. */
    private static final double PER_REGENCY = 1_500;

    /** A row of the timeline, of a step, of a station, as they are read back. */
    private static final double PER_INTERVAL = 500;

    private static final double PER_INTERVAL_AND_STEP = 450;
    private static final double PER_INTERVAL_AND_STATION = 250;

    /** One who was inside before the window, twice while the crowd is put into order. */
    private static final double PER_MEMBER = 128;

    /** An empty histogram, and one of a step for a fate. */
    private static final double SMALL_HISTOGRAM = 8_400;

    /** Kinds of attempts whose latency may be as long as the timeout: served, timed out, failed. */
    private static final int LONG_KINDS = 3;

    private static final int SHORT_KINDS = 3;

    private static final int DRAWN_MEANS = 20;

    /** A number and a rank, in a table that is an eighth full at least, and half as much while it is made anew. */
    private static final double BYTES_PER_FAIR_CLIENT = 1.5 * 8 * (Integer.BYTES + Long.BYTES);

    /** The heap that holds all this at once, in bytes. */
    double tables(Inside inside) {
        double bytes = PER_REGENCY * scenario.population().regencies().size();
        bytes += Applicants.room(inside.applicants()) * Applicants.BYTES_PER_SLOT;
        // A wheel of plans takes less than a calendar.
        bytes += capacity(inside.applicants()) * EventCalendar.BYTES_PER_SLOT;
        bytes += capacity(inside.requests()) * (Requests.BYTES_PER_SLOT + EventCalendar.BYTES_PER_SLOT);
        bytes += capacity(inside.timeouts()) * TimeoutLane.BYTES_PER_SLOT;
        if (scenario.slice().window().isPresent()) {
            bytes += PER_MEMBER * inside.applicants();
        }
        List<Station> stations = scenario.stack().stations();
        for (int i = 0; i < stations.size(); i++) {
            bytes += ofStation(i, inside);
        }
        return bytes;
    }

    private double ofStation(int index, Inside inside) {
        Station station = scenario.stack().stations().get(index);
        if (way == Simulator.Way.AHEAD && SteadyStation.suits(scenario, index, intervalNs)) {
            double waiting = Math.min(station.queueLimit(), 2 * inside.applicants());
            double aheadNs = (waiting / station.workers() + 8) * Inside.meanHoldNs(scenario, station);
            return Long.BYTES * (station.workers() + capacity(waiting))
                    + SteadyMeter.BYTES_PER_INTERVAL * capacity(Math.min(aheadNs / intervalNs, Recorder.MAX_INTERVALS));
        }
        boolean callsWait = station.safeguards().calls().hold() || new ServiceDraws(scenario, index).callsVary();
        return ofRanks(station, inside) + (callsWait ? CallFlow.BYTES_PER_REQUEST * capacity(inside.requests()) : 0);
    }

    private static double ofRanks(Station station, Inside inside) {
        return station.discipline() == Discipline.FAIR ? BYTES_PER_FAIR_CLIENT * inside.applicants() : 0;
    }

    /** What the recording takes while the run goes on, and as it is read back. */
    double recording() {
        int steps = scenario.journey().steps().size();
        double timeoutNs = longestTimeoutNs();
        double aheadNs = 2 * timeoutNs + longestOutageNs();
        double open = Math.min(Math.ceil(aheadNs / intervalNs) + 3, Recorder.MAX_INTERVALS);
        double each = steps * (LONG_KINDS * histogram(timeoutNs) + SHORT_KINDS * SMALL_HISTOGRAM) + SMALL_HISTOGRAM;
        double row = PER_INTERVAL
                + steps * PER_INTERVAL_AND_STEP
                + scenario.stack().stations().size() * PER_INTERVAL_AND_STATION;
        return open * each + intervals() * row;
    }

    /** Of timeouts that are drawn hardly any is longer than so many means. */
    private double longestTimeoutNs() {
        Clients clients = scenario.clients();
        return clients.commonTimeout()
                .orElseGet(() -> clients.timeout().mean().multipliedBy(DRAWN_MEANS))
                .toNanos();
    }

    /** Attempts that are sure to be in vain are told as far ahead as an incident lasts. */
    private double longestOutageNs() {
        return scenario.incidents().stream()
                .mapToDouble(incident ->
                        Duration.between(incident.from(), incident.until()).toNanos()
                                / scenario.slice().timeLapse())
                .max()
                .orElse(0);
    }

    private double intervals() {
        Duration whole = Duration.between(
                scenario.calendar().opens(), scenario.calendar().closesFinally());
        double calendarNs =
                scenario.slice().window().map(w -> w.length()).orElse(whole).toNanos();
        return Math.ceil(calendarNs / scenario.slice().timeLapse() / intervalNs);
    }

    /** Three significant digits: 1,024 counts of 4 bytes for each doubling beyond 2,048 microseconds. */
    private static double histogram(double longestNs) {
        double doublings = Math.max(0, Math.ceil(Math.log(longestNs / 1e3 / 2048) / Math.log(2)));
        return SMALL_HISTOGRAM + doublings * 4 * 1024;
    }

    /** Elements of an array that has grown by doubling until so many fitted. */
    static double capacity(double count) {
        double capacity = FIRST_CAPACITY;
        while (capacity < count) {
            capacity *= 2;
        }
        return capacity;
    }
}
