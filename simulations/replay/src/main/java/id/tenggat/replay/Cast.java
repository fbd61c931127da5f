package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Cursor;
import id.tenggat.arrival.Schedule;
import id.tenggat.scenario.Population;

import java.util.Arrays;
import java.util.List;

/** Everybody whom a replay plays, in order of due time: the crowd that is inside already, and the first arrivals. */
final class Cast {

    private static final int ARRIVES = -1;

    private final List<Crowd.Member> members;
    private final long[] dueNs;
    private final int[] applicant;
    private final int[] member;
    private final Population.Numbering regencies;
    private int size;

    private Cast(List<Crowd.Member> members, int arrivals, Population population) {
        this.members = members;
        int people = Math.addExact(arrivals, members.size());
        dueNs = new long[people];
        applicant = new int[people];
        member = new int[people];
        regencies = population.numbering();
    }

    static Cast of(Schedule schedule) {
        Cast cast = new Cast(
                schedule.crowd().members(),
                schedule.arrivals(),
                schedule.scenario().population());
        Cursor arrivals = schedule.cursor();
        boolean more = arrivals.advance();
        int next = 0;
        while (more || next < cast.members.size()) {
            boolean fromCrowd = next < cast.members.size()
                    && (!more || cast.members.get(next).dueNs() <= arrivals.dueNs());
            if (fromCrowd) {
                Crowd.Member inside = cast.members.get(next);
                cast.add(inside.dueNs(), inside.applicant(), next++);
            } else {
                cast.add(arrivals.dueNs(), arrivals.applicant(), ARRIVES);
                more = arrivals.advance();
            }
        }
        return cast;
    }

    /** The first applicants of a population, who come at these times. */
    static Cast arriving(Population population, long[] dueNs) {
        Cast cast = new Cast(List.of(), dueNs.length, population);
        for (int i = 0; i < dueNs.length; i++) {
            cast.add(dueNs[i], i, ARRIVES);
        }
        return cast;
    }

    private void add(long due, int who, int memberIndex) {
        dueNs[size] = due;
        applicant[size] = who;
        member[size++] = memberIndex;
    }

    int size() {
        return size;
    }

    /** When each is due: engine nanoseconds after this lead. */
    long[] dueNsAfter(long leadNs) {
        return Arrays.stream(dueNs).map(ns -> ns + leadNs).toArray();
    }

    long dueNs(int index) {
        return dueNs[index];
    }

    int applicant(int index) {
        return applicant[index];
    }

    int regency(int index) {
        return regencies.of(applicant[index]);
    }

    boolean wasInside(int index) {
        return member[index] != ARRIVES;
    }

    Crowd.Member member(int index) {
        return members.get(member[index]);
    }
}
