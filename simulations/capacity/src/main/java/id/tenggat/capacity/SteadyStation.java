package id.tenggat.capacity;

import id.tenggat.capacity.StationFlow.Entry;
import id.tenggat.policy.Conditions;
import id.tenggat.policy.Conditions.Condition;
import id.tenggat.policy.Gate;
import id.tenggat.policy.Itinerary;
import id.tenggat.policy.ServiceDraws;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.StationSample;
import id.tenggat.scenario.Clients.LateAnswer;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Admission;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Safeguards;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Timeline;

import java.util.Arrays;
import java.util.List;

/**
 * A station of which everything is known as soon as a request comes: first come, first served by workers who are always
 * the same, and whoever entered stays. Work starts when the first worker is free (Kiefer and Wolfowitz, 1955), so one
 * attempt needs no events of its own. {@link StationFlow} plays the same station step by step; both must tell the same.
 */
final class SteadyStation {

    private final Station station;
    private final String workOf;
    private final long endOfTimeNs;
    private final ServiceDraws draws;
    private final Gate gate;
    private final SteadyMeter meter;
    /** What holds from each of these times on, and when the station goes down next. */
    private final long[] changesNs;

    private final Condition[] conditions;
    private final long[] downsNs;
    /** What holds now, and where work starts that is told already. */
    private int present;

    private int applied;

    private final FreeWorkers workers;
    /** When each waiting request leaves the queue: a ring. */
    private long[] startsNs = new long[256];

    private int head;
    private int waiting;

    private long startNs;
    private long endNs;
    private boolean fails;

    SteadyStation(Scenario scenario, int index, long intervalNs) {
        station = scenario.stack().stations().get(index);
        workOf = StationFlow.workOf(station);
        endOfTimeNs = Recorder.endOfTimeNs(intervalNs);
        draws = new ServiceDraws(scenario, index);
        gate = Gate.of(station.admission());
        Conditions all = new Conditions(scenario, index);
        changesNs = Arrays.stream(all.changesNs()).filter(ns -> ns > 0).toArray();
        conditions = new Condition[changesNs.length + 1];
        downsNs = new long[conditions.length];
        long downNs = Long.MAX_VALUE;
        for (int i = changesNs.length; i >= 0; i--) {
            downsNs[i] = downNs;
            long fromNs = i == 0 ? 0 : changesNs[i - 1];
            conditions[i] = all.at(fromNs);
            downNs = conditions[i].down() ? fromNs : downNs;
        }
        workers = new FreeWorkers(station.workers());
        workers.allow(conditions[0].workers(station.workers()), 0);
        meter = new SteadyMeter(intervalNs, conditions[0].workers(station.workers()));
    }

    /** True if this station of a scenario can be played so. */
    static boolean suits(Scenario scenario, int index, long intervalNs) {
        Station station = scenario.stack().stations().get(index);
        return station.discipline().equals(Discipline.FIFO)
                && station.abandon() == Abandon.UNNOTICED
                && station.safeguards().equals(Safeguards.NONE)
                && station.autoscaling().isEmpty()
                && (station.admission() instanceof Admission.Everybody
                        || station.admission() instanceof Admission.TokenBucket)
                && scenario.stack().poolOf(index).isEmpty()
                && scenario.clients().lateAnswer() == LateAnswer.LOST
                && mostInside(scenario, station) < Long.MAX_VALUE / intervalNs
                && scenario.incidents().stream().allMatch(incident -> leavesSteady(scenario, index, incident));
    }

    /**
     * More than will ever be inside together, but for a queue that holds each applicant twice: whatever is more is played
     * step by step, for its sums over an interval could leave the range of a long.
     */
    private static long mostInside(Scenario scenario, Station station) {
        return Math.min(station.queueLimit(), 2L * scenario.population().applicants()) + station.workers();
    }

    /** Of an attempt of a step and its repetition a mishap befalls the first that is done, which is told ahead too late. */
    private static boolean leavesSteady(Scenario scenario, int index, Incident incident) {
        Effect effect = incident.effect();
        if (effect instanceof Effect.ExpiresPayments || effect instanceof Effect.LosesQuota) {
            return !keepsQuota(scenario, index);
        } else if (effect instanceof Effect.OnThirdParty concerned) {
            List<Integer> called = scenario.stack().stations().get(index).thirdParties();
            return !called.contains(concerned.thirdParty());
        }
        return !(effect instanceof Effect.Channel)
                || !keepsQuota(scenario, index)
                || new StampsElsewhere(scenario).hold();
    }

    /** Whether it does steps of which the ledger keeps an account. */
    private static boolean keepsQuota(Scenario scenario, int index) {
        return scenario.journey().steps().stream()
                .anyMatch(step ->
                        step.station() == index && (step.action() == Action.PAY || step.action() == Action.STAMP));
    }

    /** An attempt's own service time in nanoseconds, were the station not slowed down. */
    long serviceNs(int applicant, int step, int attemptKey) {
        return draws.serviceNs(applicant, step, attemptKey);
    }

    /** How long its third parties take, in nanoseconds; if one of them fails, the complement of the time until it does. */
    long callsNs(int applicant, int step, int attemptKey) {
        return draws.callsNs(applicant, step, attemptKey);
    }

    /** What an attempt that comes now gets; one that enters must {@link #enter}. */
    Entry door(long nowNs) {
        start(nowNs);
        if (conditions[present].down()) {
            meter.failed(nowNs);
            return Entry.FAILED;
        }
        boolean hasRoom = waiting < station.queueLimit() || (waiting == 0 && workers.earliestNs() <= nowNs);
        if (!hasRoom || !gate.admits(nowNs)) {
            meter.rejected(nowNs);
            return refusal();
        }
        return Entry.ENTERED;
    }

    /** True if an attempt that comes soon may well be turned away: the queue was full when somebody came last, or it is down. */
    boolean isFull() {
        return waiting >= station.queueLimit() || conditions[present].down();
    }

    /** An attempt that got through the door enters, of which {@link #serviceNs} and {@link #callsNs} are these: its end is known. */
    void enter(long nowNs, long serviceNs, long callsNs) {
        startNs = startNs(nowNs);
        fails = callsNs < 0;
        if (startNs < downsNs[applied]) {
            serve(serviceNs, callsNs);
        } else {
            startNs = downsNs[applied];
            endNs = startNs;
        }
        if (startNs > nowNs) {
            add(startNs);
            meter.queue(waiting);
        }
        meter.entered(nowNs, startNs, Math.min(endNs, downsNs[applied]));
    }

    private Entry refusal() {
        return station.overload() == Overload.REJECT ? Entry.REJECTED : Entry.IGNORED;
    }

    /** When a worker will take the request that comes now, or else a time when the station is down. */
    private long startNs(long nowNs) {
        long ns = Math.max(nowNs, workers.earliestNs());
        while (applied < changesNs.length && changesNs[applied] <= ns && !conditions[applied + 1].down()) {
            applyNext();
            ns = Math.max(nowNs, workers.earliestNs());
        }
        return ns;
    }

    private void serve(long serviceNs, long callsNs) {
        long ownNs = (long) (serviceNs * conditions[applied].slowness());
        endNs = Timeline.later(startNs, ServiceDraws.heldNs(ownNs, callsNs), endOfTimeNs, workOf);
        workers.holdEarliest(endNs);
    }

    /** Work begins under the next condition. */
    private void applyNext() {
        long atNs = changesNs[applied];
        int before = conditions[applied].workers(station.workers());
        Condition next = conditions[++applied];
        if (next.down()) {
            workers.freeAll(atNs);
        }
        workers.allow(next.workers(station.workers()), atNs);
        meter.capacity(atNs, next.workers(station.workers()) - before);
        long untilNs = applied < changesNs.length ? changesNs[applied] : Long.MAX_VALUE;
        for (int i = 0; i < workers.barred(); i++) {
            if (workers.barredUntilNs(i) > atNs) {
                meter.overtime(atNs, Math.min(workers.barredUntilNs(i), untilNs));
            }
        }
    }

    /** True if all that comes at that time, now or later, is sure to fail: the station is down then. */
    boolean isDownAt(long ns) {
        return conditionAt(ns).down();
    }

    /** What comes then, now or later, finds the station down. */
    void failsAtDoor(long atNs) {
        meter.failed(atNs);
    }

    /** True if all that comes at that time, now or later, is sure to be turned away: the queue stays full until after it. */
    boolean rejectsAt(long ns) {
        return waiting > 0
                && waiting >= station.queueLimit()
                && startsNs[head] > ns
                && station.overload() == Overload.REJECT;
    }

    /** What comes then, now or later, finds the queue full. */
    void rejectsAtDoor(long atNs) {
        meter.rejected(atNs);
    }

    /** True if it may be sure for long that all is in vain: an incident stops it at some time. */
    boolean isStopped() {
        return changesNs.length > 0;
    }

    /** When the attempt that entered last leaves the station: engine nanoseconds. */
    long endNs() {
        return Math.min(endNs, downsNs[applied]);
    }

    /** Whether the attempt that entered last is broken off by an incident. */
    boolean isBrokenOff() {
        return endNs >= downsNs[applied];
    }

    /** Whether the attempt that entered last fails at its end. */
    boolean fails() {
        return fails || isBrokenOff();
    }

    /** Whether the answer to the attempt that entered last, this one, is lost. */
    boolean losesAnswer(Itinerary attempt) {
        return draws.answerLost(
                conditionAt(endNs).lostShare(), attempt.applicant(), attempt.step(), attempt.attemptKey());
    }

    /** The attempt that entered last fails at its end. */
    void failed() {
        meter.failed(endNs());
    }

    /** The attempt that entered last is served at its end, for a client who is still there, or not. */
    void done(boolean heard) {
        if (heard) {
            meter.served(endNs);
        } else {
            meter.wasted(endNs, endNs - startNs);
        }
    }

    /** The wait that a rejection tells its client, in nanoseconds; 0 if none. */
    long retryAfterNs() {
        return station.retryAfter().toNanos();
    }

    /** What happened in the interval that ends now; only what was until this time has come to pass. */
    StationSample cut(long untilNs) {
        start(untilNs);
        return meter.cut(waiting);
    }

    /** Takes those whose work has started by now from the queue, and lets what holds now hold. */
    private void start(long nowNs) {
        while (waiting > 0 && startsNs[head] <= nowNs) {
            head = (head + 1) & (startsNs.length - 1);
            waiting--;
        }
        while (present < changesNs.length && changesNs[present] <= nowNs) {
            present++;
            if (applied < present) {
                applyNext();
            }
        }
    }

    private void add(long ns) {
        if (waiting == startsNs.length) {
            long[] straight = Arrays.copyOf(Arrays.copyOfRange(startsNs, head, waiting), 2 * waiting);
            System.arraycopy(startsNs, 0, straight, waiting - head, head);
            startsNs = straight;
            head = 0;
        }
        startsNs[(head + waiting++) & (startsNs.length - 1)] = ns;
    }

    /** What will hold at a time that is not past. */
    private Condition conditionAt(long ns) {
        int i = present;
        while (i < changesNs.length && changesNs[i] <= ns) {
            i++;
        }
        return conditions[i];
    }
}
