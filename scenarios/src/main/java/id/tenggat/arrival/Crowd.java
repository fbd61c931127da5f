package id.tenggat.arrival;

import id.tenggat.state.State;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is inside at the first instant of a windowed slice, left there by the time before it (fast-forward).
 *
 * @param members in order of due time
 */
public record Crowd(List<Member> members) {

    /** Nobody is inside. */
    public static final Crowd NOBODY = new Crowd(List.of());

    /**
     * One applicant inside.
     *
     * @param applicant number
     * @param step index of the step that is to be attempted next
     * @param visit number of the visit, from 0
     * @param attempt number of the next attempt within the visit and step, from 0
     * @param doneSteps bit i is set if the stack has done step i, whether or not the client learnt of it
     * @param lostQuota stamps of quota that are used up without a stamp, 0 or more
     * @param dueNs when the next attempt is due: engine nanoseconds, 0 or more
     */
    public record Member(int applicant, int step, int visit, int attempt, int doneSteps, int lostQuota, long dueNs) {

        private static final Member NONE = new Member(0, 0, 0, 0, 0, 0);
        private static final int BYTES = 6 * Integer.BYTES + Long.BYTES;

        /** One who has lost no quota. */
        public Member(int applicant, int step, int visit, int attempt, int doneSteps, long dueNs) {
            this(applicant, step, visit, attempt, doneSteps, 0, dueNs);
        }

        private Member carried(State state) {
            return new Member(
                    state.of(applicant),
                    state.of(step),
                    state.of(visit),
                    state.of(attempt),
                    state.of(doneSteps),
                    carriedLost(state),
                    state.of(dueNs));
        }

        private int carriedLost(State state) {
            int lost = state.of(lostQuota);
            State.require(lost >= 0, "a number of lost stamps", lost);
            return lost;
        }
    }

    public Crowd {
        members = List.copyOf(members);
    }

    /** This crowd, or the one that is carried back. */
    public Crowd carried(State state) {
        int count = state.count(members.size(), Member.BYTES);
        List<Member> carried = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            carried.add((state.isReading() ? Member.NONE : members.get(i)).carried(state));
        }
        return new Crowd(carried);
    }

    /** A row for each, and one more for who has lost quota: it begins with -1, which is nobody's number. */
    void digestInto(MessageDigest digest) {
        ByteBuffer rows = ByteBuffer.allocate(Member.BYTES + Integer.BYTES);
        for (Member m : members) {
            rows.clear();
            rows.putInt(m.applicant()).putInt(m.step()).putInt(m.visit()).putInt(m.attempt());
            rows.putInt(m.doneSteps()).putLong(m.dueNs());
            if (m.lostQuota() > 0) {
                rows.putInt(-1).putInt(m.lostQuota());
            }
            digest.update(rows.flip());
        }
    }
}
