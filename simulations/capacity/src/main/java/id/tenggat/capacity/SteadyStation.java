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
    private final Hold hold;
    private final Gate gate;
    private final SteadyMeter meter;
    private final long[] changesNs;
    private final Condition[] conditions;
    private int startCondition;

    /** When each worker is free: a binary heap, the earliest first. */
    private final long[] freeNs;
    /** When the work of each waiting request starts: a ring. */
    private long[] startsNs = new long[256];

    private int head;
    private int waiting;

    private long startNs;
    private long endNs;

    SteadyStation(Scenario scenario, int index, long intervalNs) {
        station = scenario.stack().stations().get(index);
        workOf = StationFlow.workOf(station);
        endOfTimeNs = Recorder.endOfTimeNs(intervalNs);
        draws = new ServiceDraws(scenario, index);
        hold = new Hold(draws);
        gate = Gate.of(station.admission());
        meter = new SteadyMeter(intervalNs, station.workers());
        freeNs = new long[station.workers()];
        Conditions all = new Conditions(scenario, index);
        changesNs = Arrays.stream(all.changesNs()).filter(ns -> ns > 0).toArray();
        conditions = new Condition[changesNs.length + 1];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = all.at(i == 0 ? 0 : changesNs[i - 1]);
        }
    }

    /** True if this station of a scenario can be played so. */
    static boolean suits(Scenario scenario, int index, long intervalNs) {
        Station station = scenario.stack().stations().get(index);
        return station.discipline().equals(Discipline.FIFO)
                && station.abandon() == Abandon.UNNOTICED
                && station.safeguards().equals(Safeguards.NONE)
                && (station.admission() instanceof Admission.Everybody
                        || station.admission() instanceof Admission.TokenBucket)
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

    private static boolean leavesSteady(Scenario scenario, int index, Incident incident) {
        Effect effect = incident.effect();
        if (effect instanceof Effect.Channel) {
            return !keepsQuota(scenario, index);
        }
        return effect.station() != index || effect instanceof Effect.Slow || effect instanceof Effect.LosesAnswers;
    }

    /** Who pays elsewhere may ask for a stamp while an earlier payment is still in the queue: then each end's time counts. */
    private static boolean keepsQuota(Scenario scenario, int index) {
        return scenario.journey().steps().stream()
                .anyMatch(step ->
                        step.station() == index && (step.action() == Action.PAY || step.action() == Action.STAMP));
    }

    /** An attempt comes now. If it enters, its end is known. */
    Entry offer(long nowNs, Itinerary attempt) {
        start(nowNs);
        boolean hasRoom = waiting < station.queueLimit() || (waiting == 0 && freeNs[0] <= nowNs);
        if (!hasRoom || !gate.admits(nowNs)) {
            meter.rejected();
            return station.overload() == Overload.REJECT ? Entry.REJECTED : Entry.IGNORED;
        }
        startNs = Math.max(nowNs, freeNs[0]);
        hold.draw(slownessAtStart(), attempt.applicant(), attempt.step(), attempt.attemptKey());
        endNs = Timeline.later(startNs, hold.ns(), endOfTimeNs, workOf);
        hold(endNs);
        if (startNs > nowNs) {
            add(startNs);
            meter.queue(waiting);
        }
        meter.entered(nowNs, startNs, endNs);
        return Entry.ENTERED;
    }

    /** When the work of the attempt that entered last is done: engine nanoseconds. */
    long endNs() {
        return endNs;
    }

    /** Whether the attempt that entered last fails at its end. */
    boolean fails() {
        return hold.fails();
    }

    /** Whether the answer to the attempt that entered last, this one, is lost. */
    boolean losesAnswer(Itinerary attempt) {
        return draws.answerLost(
                conditionAt(endNs).lostShare(), attempt.applicant(), attempt.step(), attempt.attemptKey());
    }

    /** The attempt that entered last fails at its end. */
    void failed() {
        meter.failed(endNs);
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

    /** What happened in the interval that ends now. */
    StationSample cut(long nowNs) {
        start(nowNs - 1);
        return meter.cut(waiting);
    }

    /** Takes those whose work has started by now from the queue. */
    private void start(long nowNs) {
        while (waiting > 0 && startsNs[head] <= nowNs) {
            head = (head + 1) & (startsNs.length - 1);
            waiting--;
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

    /**
     * The worker who is free first is free again only then: most often after all the others, so the hole goes down to the
     * bottom first, and then up as far as it must (Floyd's way, as in Knuth 5.2.3, exercise 18).
     */
    private void hold(long untilNs) {
        long[] heap = freeNs;
        int hole = 0;
        int last = heap.length - 1;
        for (int child = 1; child < last; child = 2 * hole + 1) {
            child += heap[child + 1] < heap[child] ? 1 : 0;
            heap[hole] = heap[child];
            hole = child;
        }
        if (2 * hole + 1 == last) {
            heap[hole] = heap[last];
            hole = last;
        }
        int parent = (hole - 1) >>> 1;
        while (hole > 0 && heap[parent] > untilNs) {
            heap[hole] = heap[parent];
            hole = parent;
            parent = (hole - 1) >>> 1;
        }
        heap[hole] = untilNs;
    }

    /** Starts never go back in time. */
    private double slownessAtStart() {
        while (startCondition < changesNs.length && changesNs[startCondition] <= startNs) {
            startCondition++;
        }
        return conditions[startCondition].slowness();
    }

    private Condition conditionAt(long ns) {
        int i = 0;
        while (i < changesNs.length && changesNs[i] <= ns) {
            i++;
        }
        return conditions[i];
    }
}
