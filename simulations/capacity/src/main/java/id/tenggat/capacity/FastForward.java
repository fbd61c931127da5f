package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Crowd.Member;
import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.Outcome.End;
import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.state.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Simulates the time before a slice's window and hands over who is inside. Whoever waits for an answer at that instant
 * sends the same attempt again as the window opens: what stood in the stations' queues comes as a first burst.
 */
public final class FastForward {

    private FastForward() {}

    /**
     * The crowd inside at the first instant of a slice's window; nobody if the slice has no window, or one that begins with
     * the opening.
     *
     * @param whole the scenario before slicing
     * @param watch if it stops the run, nobody is handed over, and whoever asked must stop too
     */
    public static Crowd crowd(Scenario whole, Slice slice, Watch watch) {
        return crowd(whole, slice, Supervision.of(watch, whole));
    }

    /**
     * The same under a limit of attempts.
     *
     * @throws TooManyAttemptsException if the time before the window sends more than it may
     */
    public static Crowd crowd(Scenario whole, Slice slice, Supervision supervision) {
        long stopNs = stopNs(whole, slice);
        if (stopNs <= 0) {
            return Crowd.NOBODY;
        }
        Simulator simulator = unrecorded(whole, stopNs, supervision);
        if (simulator.playUntil(stopNs)) {
            return crowdIn(simulator, whole, slice);
        } else if (simulator.end() == End.TOO_MANY_ATTEMPTS) {
            throw new TooManyAttemptsException(supervision);
        }
        return Crowd.NOBODY;
    }

    /**
     * The same crowd, out of a run of the whole scenario that was stopped at the first instant of the slice's window.
     *
     * @param state what {@link Simulator#carry} carried out of it
     */
    public static Crowd crowd(Scenario whole, Slice slice, State state) {
        long stopNs = Math.max(1, stopNs(whole, slice));
        Simulator simulator = unrecorded(whole, stopNs, Supervision.of(Watch.NOBODY, whole));
        simulator.carry(state);
        return crowdIn(simulator, whole, slice);
    }

    private static Simulator unrecorded(Scenario whole, long intervalNs, Supervision supervision) {
        return Simulator.stepByStep(Schedule.of(whole), new QuietRecorder(intervalNs), supervision);
    }

    /** When a slice's window begins: engine nanoseconds of the whole; 0 or less if there is nothing before it. */
    public static long stopNs(Scenario whole, Slice slice) {
        return slice.window()
                .map(w -> whole.timeline().nsAt(w.from(whole.calendar())))
                .orElse(0L);
    }

    /** The crowd of a slice in a simulator that has stopped as its window begins. */
    static Crowd crowdIn(Simulator stopped, Scenario whole, Slice slice) {
        return new Crowd(members(stopped.flow(), new Thinning(whole, slice, stopNs(whole, slice))));
    }

    /** Who of the whole crowd is in the slice, and when their next attempt is due on its timeline. */
    private record Thinning(Draws draws, Slice slice, long stopNs) {

        Thinning(Scenario whole, Slice slice, long stopNs) {
            this(new Draws(whole.seed()), slice, stopNs);
        }

        boolean keeps(int applicant) {
            return slice.fraction() == 1 || draws.uniform(Purpose.SLICE, applicant, 0, 0) < slice.fraction();
        }

        long dueNs(long wholeNs) {
            return wholeNs == Applicants.IN_FLIGHT ? 0 : (long) ((wholeNs - stopNs) / slice.timeLapse());
        }
    }

    private static List<Member> members(ApplicantFlow flow, Thinning thinning) {
        Applicants inside = flow.applicants();
        List<Member> members = new ArrayList<>();
        for (int slot = 0; slot < inside.used(); slot++) {
            if (inside.isInside(slot) && thinning.keeps(inside.applicant(slot))) {
                members.add(new Member(
                        inside.applicant(slot),
                        inside.step(slot),
                        inside.visit(slot),
                        inside.attempt(slot),
                        inside.doneSteps(slot),
                        flow.lostQuota(inside.applicant(slot)),
                        thinning.dueNs(inside.dueNs(slot))));
            }
        }
        members.sort(Comparator.comparingLong(Member::dueNs).thenComparingInt(Member::applicant));
        return members;
    }
}
