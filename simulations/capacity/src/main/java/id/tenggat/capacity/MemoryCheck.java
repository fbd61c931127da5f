package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.capacity.Simulator.Way;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.scenario.Stack;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.slice.Slicer;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a run fits into memory, told before it begins. If it does with everybody inside at once, it fits. Else a pilot is
 * played, which is the same question thinned, and the most that it holds at once, scaled up and half as much again, is what
 * the run is taken to hold. The pilot's stations have no more workers for each applicant than the run's, so that it errs
 * on the side of the crowd.
 *
 * @param whole the scenario before slicing
 * @param slice of it
 * @param intervalNs length of the recording's intervals
 * @param heapBytes what the JVM may take
 */
public record MemoryCheck(Scenario whole, Slice slice, long intervalNs, long heapBytes) {

    /** The fewest applicants of a pilot. */
    private static final double PILOT_APPLICANTS = 50_000;

    /** The fewest workers of a pilot's station: less than an eighth of them is lost by rounding down. */
    private static final double PILOT_WORKERS = 8;

    /** What chance may add to a pilot. */
    private static final double SAFETY = 1.5;

    /**
     * Why a run would not fit.
     *
     * @param inside about how many applicants would be inside at once, or more
     * @param needBytes about how much heap that takes, or more
     */
    public record Refusal(long inside, long needBytes) {}

    /** A part of the question and the most that it holds. */
    private record Load(MemoryNeed need, Inside inside) {
        double tables() {
            return need.tables(inside);
        }

        /** What a pilot held, so many times, but never more than everybody. */
        Load withPilot(Simulator pilot, double scale) {
            return new Load(need, Inside.of(pilot).times(scale).atMost(inside));
        }
    }

    /**
     * Empty if so many runs of the question, side by side, fit.
     *
     * @param supervision of the pilot, if there is one; if its watch stops it, nothing is refused
     */
    public Optional<Refusal> refusal(int runs, Supervision supervision) {
        Scenario sliced = Slicer.apply(whole, slice);
        Load before = new Load(
                new MemoryNeed(whole, Way.STEP_BY_STEP, intervalNs),
                hasTimeBefore() ? Inside.everybody(whole, Way.STEP_BY_STEP, intervalNs) : new Inside(0, 0, 0));
        Load during = new Load(
                new MemoryNeed(sliced, Way.AHEAD, intervalNs), Inside.everybody(sliced, Way.AHEAD, intervalNs));
        if (bytes(runs, before, during) <= heapBytes) {
            return Optional.empty();
        }
        return new Pilot(before, during, supervision).refusal(runs);
    }

    private boolean hasTimeBefore() {
        return FastForward.stopNs(whole, slice) > 0;
    }

    private double bytes(int runs, Load before, Load during) {
        double each = Math.max(before.tables(), during.tables() + during.need().recording());
        return (MemoryNeed.PROGRAM + runs * each) * MemoryNeed.ROOM_TO_COLLECT;
    }

    /** The pilot and what follows from it. */
    private final class Pilot {

        private final Load before;
        private final Load during;
        private final Slice thin;
        private final Supervision asked;
        private boolean outgrew;

        Pilot(Load before, Load during, Supervision asked) {
            this.before = before;
            this.during = during;
            this.thin = slice.withFraction(slice.fraction() * share(during));
            this.asked = asked;
        }

        Optional<Refusal> refusal(int runs) {
            Load beforeThen = before;
            Crowd crowd = Crowd.NOBODY;
            if (hasTimeBefore()) {
                Scenario thinned = thinned(new Slice(Optional.empty(), thin.fraction(), 1));
                double scale = scale(1 / thin.fraction());
                Simulator first =
                        Simulator.stepByStep(Schedule.of(thinned), new QuietRecorder(intervalNs), watched(scale));
                if (!first.playUntil(FastForward.stopNs(whole, slice))) {
                    return stopped();
                }
                beforeThen = before.withPilot(first, scale);
                crowd = FastForward.crowdIn(first, whole, thin);
            }
            double scale = scale(slice.fraction() / thin.fraction());
            Simulator second =
                    new Simulator(Schedule.of(thinned(thin), crowd), new QuietRecorder(intervalNs), watched(scale));
            if (second.run().interrupted()) {
                return stopped();
            }
            return judged(runs, beforeThen, during.withPilot(second, scale));
        }

        /** The whole needs no room for chance. */
        private static double scale(double times) {
            return times == 1 ? 1 : times * SAFETY;
        }

        /** Stops the pilot as soon as it is clear: it never outgrows the memory itself. */
        private Supervision watched(double scale) {
            return asked.watchedBy(at -> {
                outgrew |= at.inside() * scale > mostInside();
                return !outgrew && asked.watch().goesOn(at);
            });
        }

        private double mostInside() {
            return (double) heapBytes / (Applicants.BYTES_PER_SLOT + EventCalendar.BYTES_PER_SLOT);
        }

        private Optional<Refusal> stopped() {
            return outgrew ? Optional.of(new Refusal((long) mostInside(), heapBytes)) : Optional.empty();
        }

        private Optional<Refusal> judged(int runs, Load beforeThen, Load duringThen) {
            double bytes = bytes(runs, beforeThen, duringThen);
            double inside = Math.max(
                    beforeThen.inside().applicants(), duringThen.inside().applicants());
            return bytes <= heapBytes ? Optional.empty() : Optional.of(new Refusal((long) inside, (long) bytes));
        }
    }

    private static double share(Load during) {
        double fewestWorkers = during.need().scenario().stack().stations().stream()
                .mapToInt(Station::workers)
                .min()
                .orElseThrow();
        double share = Math.max(PILOT_APPLICANTS / during.inside().applicants(), PILOT_WORKERS / fewestWorkers);
        return Math.min(1, share);
    }

    /** A slice whose stations' workers are rounded down, but to one at least. */
    private Scenario thinned(Slice thin) {
        Scenario rounded = Slicer.apply(whole, thin);
        double size = thin.fraction() * thin.timeLapse();
        Stack stack = new Stack(
                IntStream.range(0, whole.stack().stations().size())
                        .mapToObj(i -> roundedDown(
                                rounded.stack().stations().get(i),
                                whole.stack().stations().get(i).workers() * size))
                        .toList(),
                whole.stack().thirdParties());
        return rounded.withStack(stack);
    }

    private static Station roundedDown(Station station, double workers) {
        return station.resized(Math.max(1, (int) (workers * (1 + 1e-9))), station.queueLimit(), station.admission());
    }
}
