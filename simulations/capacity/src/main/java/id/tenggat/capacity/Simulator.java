package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Cursor;
import id.tenggat.arrival.Schedule;
import id.tenggat.policy.Itinerary;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;

/**
 * Plays a schedule in virtual time. One run each: make a new one to run again. The same schedule gives the same calls to
 * the recorder on every machine.
 */
public final class Simulator {

    /** Events between two looks of the watch. */
    private static final int WATCH_EVERY = 1 << 15;

    private final Scenario scenario;
    private final Crowd crowd;
    private final Cursor arrivals;
    private final Recorder recorder;
    private final Watch watch;
    private final Agenda agenda;
    private final ApplicantFlow flow;
    private final long timeoutNs;
    private boolean hasArrival;
    private long events;
    private int intervals;

    public Simulator(Schedule schedule, Recorder recorder, Watch watch) {
        this.scenario = schedule.scenario();
        this.crowd = schedule.crowd();
        this.arrivals = schedule.cursor();
        this.recorder = recorder;
        this.watch = watch;
        this.timeoutNs = scenario.clients().timeout().toNanos();
        this.agenda = new Agenda(timeoutNs);
        this.flow = new ApplicantFlow(scenario, agenda, recorder);
    }

    /** Runs until nobody is left who will do anything. */
    public Outcome run() {
        return run(Long.MAX_VALUE);
    }

    /** Runs until the first event at this engine time or later, which does not happen. */
    Outcome run(long stopNs) {
        begin();
        boolean goesOn = true;
        while (goesOn && nextNs() < stopNs && !isOver()) {
            step();
            goesOn = ++events % WATCH_EVERY != 0 || watch.goesOn(agenda.nowNs(), events);
        }
        endLastInterval(goesOn);
        if (goesOn && stopNs == Long.MAX_VALUE) {
            flow.checkConservation();
        }
        return new Outcome(flow.audit(), !goesOn, events, flow.attempts(), agenda.nowNs());
    }

    private void begin() {
        Population.Numbering regencies = scenario.population().numbering();
        for (Crowd.Member member : crowd.members()) {
            flow.carryIn(Itinerary.of(member), regencies.of(member.applicant()), member.doneSteps());
        }
        hasArrival = arrivals.advance();
        agenda.addTick(Agenda.INTERVAL, recorder.intervalNs(), 0);
    }

    private boolean isOver() {
        return !hasArrival && agenda.isIdle(flow.requests().inUse());
    }

    /** The last interval is as long as the others, unless the run was stopped in it. */
    private void endLastInterval(boolean whole) {
        if (whole) {
            agenda.goTo((intervals + 1) * recorder.intervalNs());
        }
        cutStations();
    }

    private long nextNs() {
        return hasArrival ? Math.min(arrivals.dueNs(), agenda.nextNs()) : agenda.nextNs();
    }

    private void step() {
        if (hasArrival && arrivals.dueNs() <= agenda.nextNs()) {
            agenda.goTo(arrivals.dueNs());
            flow.arrive(arrivals.applicant(), arrivals.regency());
            hasArrival = arrivals.advance();
        } else {
            agenda.take();
            handle(agenda.kind(), agenda.subject());
        }
    }

    private void handle(int kind, int subject) {
        switch (kind) {
            case Agenda.ACT -> {
                if (flow.applicants().plan[subject] == agenda.stamp()) {
                    flow.act(subject);
                }
            }
            case Agenda.SERVICE_END -> {
                if (isCurrent(subject)) {
                    station(subject).endService(subject);
                }
            }
            case Agenda.TIMEOUT -> {
                if (isCurrent(subject)) {
                    flow.timeOut(subject);
                }
            }
            case Agenda.CONDITION -> flow.stations()[subject].changeCondition();
            case Agenda.INTERVAL -> cutInterval();
            default -> throw new IllegalStateException("no event of kind " + kind);
        }
    }

    private boolean isCurrent(int request) {
        return flow.requests().stamp[request] == agenda.stamp();
    }

    private StationFlow station(int request) {
        int step = flow.requests().step[request];
        return flow.stations()[scenario.journey().steps().get(step).station()];
    }

    private void cutInterval() {
        cutStations();
        intervals++;
        recorder.advanceTo(Math.max(0, agenda.nowNs() - timeoutNs));
        agenda.addTick(Agenda.INTERVAL, Math.addExact(agenda.nowNs(), recorder.intervalNs()), 0);
    }

    private void cutStations() {
        for (int i = 0; i < flow.stations().length; i++) {
            StationSample sample = flow.stations()[i].cut();
            recorder.station(intervals, i, sample);
        }
    }

    ApplicantFlow flow() {
        return flow;
    }
}
