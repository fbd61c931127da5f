package id.tenggat.arrival;

import id.tenggat.draw.Draws;
import id.tenggat.draw.Purpose;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.state.State;

import java.time.Duration;

/**
 * Walks over first arrivals in order: a merge of the regencies' sorted streams by a tournament, thinned and windowed by
 * the slice. Not safe for use by several threads.
 */
public final class Cursor {

    private final RegencyStreams streams;
    private final Tournament merge;
    /** For each regency, the number of the applicant who comes next. */
    private final int[] nextApplicants;

    private final Draws draws;
    private final double fraction;
    private final double timeLapse;
    private final long originNs;
    private final long untilNs;

    private int regency;
    private int applicant;
    private long dueNs;

    Cursor(Scenario scenario, RegencyStreams streams) {
        this.streams = streams;
        this.nextApplicants = scenario.population().firstApplicants();
        this.draws = new Draws(scenario.seed());
        Slice slice = scenario.slice();
        this.fraction = slice.fraction();
        this.timeLapse = slice.timeLapse();
        this.originNs = Duration.between(
                        scenario.calendar().opens(), scenario.timeline().origin())
                .toNanos();
        this.untilNs = slice.window()
                .map(w -> scenario.timeline().nsAt(scenario.timeline().origin().plus(w.length())))
                .orElse(RegencyStreams.NEVER);
        long[] first = new long[streams.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = nextDueNs(i);
        }
        this.merge = new Tournament(first);
    }

    /** Engine time of a regency's next arrival. */
    private long nextDueNs(int from) {
        long ns = streams.next(from);
        if (ns == RegencyStreams.NEVER) {
            return ns;
        }
        return timeLapse == 1 ? ns - originNs : (long) Math.floor((ns - originNs) / timeLapse);
    }

    /** Goes on to the next arrival of the slice; false if there is none. */
    public boolean advance() {
        while (merge.leastKey() < untilNs) {
            regency = merge.least();
            dueNs = merge.leastKey();
            applicant = nextApplicants[regency]++;
            merge.replaceLeast(nextDueNs(regency));
            if (dueNs >= 0 && isInFraction(applicant)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInFraction(int candidate) {
        return fraction == 1 || draws.uniform(Purpose.SLICE, candidate, 0, 0) < fraction;
    }

    /** Carries how far it has come. */
    public void carry(State state) {
        streams.carry(state);
        merge.carry(state);
        state.of(nextApplicants, nextApplicants.length);
        regency = state.of(regency);
        applicant = state.of(applicant);
        dueNs = state.of(dueNs);
    }

    /** The slice's first instant: nanoseconds since the opening. */
    long originNs() {
        return originNs;
    }

    /** The first engine time that is not played. */
    long untilNs() {
        return untilNs;
    }

    /** The current applicant's number. */
    public int applicant() {
        return applicant;
    }

    /** Index of the current applicant's regency. */
    public int regency() {
        return regency;
    }

    /** When the current applicant comes: engine nanoseconds. */
    public long dueNs() {
        return dueNs;
    }
}
