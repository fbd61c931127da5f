package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Cursor;
import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.Outcome.End;
import id.tenggat.recording.IntervalLength;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Population;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.state.State;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

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
    private final Supervision supervision;
    private final Agenda agenda;
    private final ApplicantFlow flow;
    /** How long an attempt may take, if it is the same for all. */
    private final Optional<Duration> longestAttempt;

    private boolean begun;
    private End end = End.COMPLETE;
    private boolean hasArrival;
    private long events;
    private int intervals;

    /** How attempts are played. Both ways tell the same, though not in the same order. */
    enum Way {
        /** Where a station knows an attempt's fate at once, it is told at once: no event of its own. */
        AHEAD,
        /** Everything happens when it happens: the reference, and what can be stopped at an instant. */
        STEP_BY_STEP
    }

    /** How a run is played, and who sees it: what is told ahead, nobody sees happen. */
    record Manner(Way way, @Nullable Witness witness) {
        static final Manner AHEAD = new Manner(Way.AHEAD, null);
        static final Manner STEP_BY_STEP = new Manner(Way.STEP_BY_STEP, null);
    }

    /** A run that sends no more attempts than {@link Supervision#of} lets it. */
    public Simulator(Schedule schedule, Recorder recorder, Watch watch) {
        this(schedule, recorder, Supervision.of(watch, schedule.scenario()));
    }

    public Simulator(Schedule schedule, Recorder recorder, Supervision supervision) {
        this(schedule, recorder, supervision, Manner.AHEAD);
    }

    private Simulator(Schedule schedule, Recorder recorder, Supervision supervision, Manner manner) {
        this.scenario = schedule.scenario();
        this.crowd = schedule.crowd();
        this.arrivals = schedule.cursor();
        this.recorder = recorder;
        this.supervision = supervision;
        ApplicantFlow.Tables tables = ApplicantFlow.Tables.of(scenario);
        this.agenda = tables.agenda();
        this.flow = new ApplicantFlow(scenario, tables, recorder, manner);
        this.longestAttempt = scenario.clients().commonTimeout().filter(timeout -> !hasRooms(scenario));
    }

    private static boolean hasRooms(Scenario scenario) {
        return scenario.stack().stations().stream().anyMatch(station -> station.admission() instanceof WaitingRoom);
    }

    /** A simulator that can be stopped at an instant: everything before it has happened, nothing after it. */
    public static Simulator stepByStep(Schedule schedule, Recorder recorder, Watch watch) {
        return stepByStep(schedule, recorder, Supervision.of(watch, schedule.scenario()));
    }

    /** The same under a limit of attempts. */
    public static Simulator stepByStep(Schedule schedule, Recorder recorder, Supervision supervision) {
        return new Simulator(schedule, recorder, supervision, Manner.STEP_BY_STEP);
    }

    /** A simulator that shows a witness what happens, and records nothing. The same happens as in any other. */
    public static Simulator seenBy(Witness witness, Schedule schedule, Supervision supervision) {
        Recorder nothing = new QuietRecorder(IntervalLength.proposedNs(schedule.scenario()));
        return seenBy(witness, schedule, nothing, supervision);
    }

    static Simulator seenBy(Witness witness, Schedule schedule, Recorder recorder, Supervision supervision) {
        return new Simulator(schedule, recorder, supervision, new Manner(Way.STEP_BY_STEP, witness));
    }

    /** Runs until nobody is left who will do anything. */
    public Outcome run() {
        return playUntil(Long.MAX_VALUE) ? conclude() : breakOff();
    }

    /**
     * Plays until the first event at this engine time or later, which does not happen yet.
     *
     * @return false if the watch stopped it before, or it sent too many attempts
     */
    public boolean playUntil(long stopNs) {
        if (!begun) {
            begin();
        }
        long nextNs = nextNs();
        while (end == End.COMPLETE && nextNs < stopNs && !isOver(nextNs)) {
            step(nextNs);
            if (++events % WATCH_EVERY == 0) {
                end = supervision.look(standing());
            }
            nextNs = nextNs();
        }
        return end == End.COMPLETE;
    }

    private Outcome conclude() {
        long endNs = flow.lastNs();
        endLastInterval();
        flow.checkConservation();
        return new Outcome(flow.audit(), end, events, flow.attempts(), endNs);
    }

    /** Why it was stopped before an instant that it was to play until; complete if it was not. */
    End end() {
        return end;
    }

    private Standing standing() {
        long arrived = flow.entered() - crowd.members().size();
        return new Standing(agenda.nowNs(), events, flow.attempts(), arrived, flow.inside());
    }

    /** Nobody is left; the last interval is as long as the others. */
    void endLastInterval() {
        long lastNs = flow.lastNs();
        agenda.goTo(intervalEndNs());
        cutStations(lastNs);
    }

    /** Ends the run where it stands: the last interval is cut short. */
    public Outcome breakOff() {
        cutStations(flow.lastNs());
        End why = end == End.COMPLETE ? End.STOPPED : end;
        return new Outcome(flow.audit(), why, events, flow.attempts(), flow.lastNs());
    }

    /**
     * Carries all that the run has become: out of one that stands between two events, or into a new one of the same
     * schedule. Either must be played step by step, and their recorders be carried too.
     */
    public void carry(State state) {
        begun = state.of(begun);
        hasArrival = state.of(hasArrival);
        events = state.of(events);
        intervals = state.of(intervals);
        arrivals.carry(state);
        flow.carry(state);
    }

    void begin() {
        begun = true;
        Population.Numbering regencies = scenario.population().numbering();
        for (Crowd.Member member : crowd.members()) {
            flow.carryIn(member, regencies.of(member.applicant()));
        }
        hasArrival = advance();
        agenda.addTick(Agenda.INTERVAL, recorder.intervalNs(), 0);
    }

    private boolean advance() {
        boolean more = arrivals.advance();
        if (more) {
            flow.expect(arrivals.applicant());
        }
        return more;
    }

    /** Nobody will do anything, and what is told ahead has its ticks. */
    boolean isOver(long nextNs) {
        return !hasArrival && agenda.isIdle(flow.requests().inUse()) && nextNs > flow.lastNs();
    }

    private long intervalEndNs() {
        return Math.multiplyExact(intervals + 1L, recorder.intervalNs());
    }

    long nextNs() {
        return hasArrival ? Math.min(arrivals.dueNs(), agenda.nextNs()) : agenda.nextNs();
    }

    void step(long nextNs) {
        if (hasArrival && arrivals.dueNs() == nextNs && !agenda.isBeforeArrival(nextNs)) {
            agenda.goTo(nextNs);
            int applicant = arrivals.applicant();
            int regency = arrivals.regency();
            flow.nextComes();
            hasArrival = advance();
            flow.arrive(applicant, regency, nextNs());
        } else {
            agenda.take(nextNs);
            handle(agenda.kind(), agenda.subject());
        }
    }

    private void handle(int kind, int subject) {
        switch (kind) {
            case Agenda.ACT -> flow.act(subject);
            case Agenda.SERVICE_END -> flow.endService(subject);
            case Agenda.TIMEOUT -> {
                if (flow.requests().stamp[subject] == agenda.stamp()) {
                    flow.timeOut(subject);
                }
            }
            case Agenda.CONDITION -> flow.stations().stepByStep(subject).changeCondition();
            case Agenda.TOKEN -> flow.stations().stepByStep(subject).token();
            case Agenda.SCALING -> flow.stations().stepByStep(subject).scale();
            case Agenda.INTERVAL -> cutInterval();
            default -> throw new IllegalStateException("no event of kind " + kind);
        }
    }

    private void cutInterval() {
        cutStations(agenda.nowNs());
        intervals++;
        recorder.advanceTo(Math.max(0, toldUntilNs()));
        agenda.addTick(Agenda.INTERVAL, intervalEndNs(), 0);
    }

    /** Nothing that was sent before this time is still to be told. */
    private long toldUntilNs() {
        return longestAttempt.isPresent()
                ? agenda.nowNs() - longestAttempt.get().toNanos()
                : Math.min(agenda.nowNs(), flow.requests().oldestWaitedForNs());
    }

    /** @param lastNs the last time of anything */
    private void cutStations(long lastNs) {
        for (int i = 0; i < flow.stations().count(); i++) {
            StationSample sample = flow.stations().cut(i, Math.min(lastNs, agenda.nowNs() - 1));
            recorder.station(intervals, i, sample);
        }
    }

    ApplicantFlow flow() {
        return flow;
    }

    Agenda agenda() {
        return agenda;
    }
}
