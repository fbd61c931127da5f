package id.tenggat.replay;

import id.tenggat.policy.Itinerary;
import id.tenggat.policy.RoomStay;
import id.tenggat.recording.StackFacts;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A live client in a waiting room: looks at equal steps from when it came, comes again once it sees that it is let in, and
 * leaves when it has had enough, unless it looks right then.
 */
final class RoomVisit {

    /** A token as a stack makes it; anything else could not stand in a path. */
    private static final Predicate<String> TOKEN =
            Pattern.compile("[A-Za-z0-9_-]{1,128}").asMatchPredicate();

    private final String token;
    private final RoomStay stay;
    private final long cameNs;
    private final long leavesNs;
    private long lookNs;
    private boolean admitted;

    /** Comes at this engine time, for the itinerary's attempt. */
    RoomVisit(String token, RoomStay stay, Itinerary at, long cameNs) {
        this.token = token;
        this.stay = stay;
        this.cameNs = cameNs;
        leavesNs = stay.leavesNs(cameNs, at.applicant(), at.step(), at.attemptKey());
    }

    /** True if an answer tells its client to wait in a room. */
    static boolean begins(Reply reply) {
        return reply instanceof Answer answer
                && answer.status() == 202
                && answer.header(Requests.WAITING_TOKEN).filter(TOKEN).isPresent();
    }

    /** The next call is planned, at this engine time. */
    void planFrom(long nowNs) {
        lookNs = admitted ? nowNs : stay.nextLookNs(cameNs, nowNs);
    }

    /** When the next call is due: engine time. */
    long dueNs() {
        return admitted ? lookNs : Math.min(lookNs, leavesNs);
    }

    /** True if the next call is to leave. */
    boolean isLeaving() {
        return !admitted && leavesNs < lookNs;
    }

    /** True if the next call is the attempt, let in. */
    boolean isAdmitted() {
        return admitted;
    }

    Call call(Requests requests, Itinerary at) {
        if (admitted) {
            return requests.of(at, token);
        }
        return isLeaving() ? requests.leave(token) : requests.look(token);
    }

    /** True if the visit goes on after this reply to a look. */
    boolean goesOn(Reply reply) {
        if (reply instanceof Answer answer && answer.status() == 200) {
            try {
                admitted = StackFacts.admitted(new String(answer.body(), StandardCharsets.UTF_8));
                return true;
            } catch (IllegalArgumentException noSuchAnswer) {
                return false;
            }
        }
        return false;
    }
}
