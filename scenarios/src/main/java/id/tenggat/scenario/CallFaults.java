package id.tenggat.scenario;

import java.time.Duration;

/**
 * What goes wrong with a third party's calls beside its errors. No call has more than one of all these.
 *
 * @param resetShare share of calls whose connection is reset instead of an answer, 0 to 1
 * @param malformedShare share of calls that are answered with garbage, 0 to 1
 * @param slowChunks answers that come in pieces
 */
public record CallFaults(double resetShare, double malformedShare, SlowChunks slowChunks) {

    /** Nothing. */
    public static final CallFaults NONE = new CallFaults(0, 0, SlowChunks.NONE);

    /**
     * Answers that dribble in, and are well in the end.
     *
     * @param share share of calls, 0 to 1
     * @param takes how long after the delay the last piece comes, 0 or longer
     */
    public record SlowChunks(double share, Duration takes) {

        /** No answer. */
        public static final SlowChunks NONE = new SlowChunks(0, Duration.ZERO);

        public SlowChunks {
            Require.share("share", share);
            Require.notNegative("takes", takes);
        }
    }

    public CallFaults {
        Require.share("resets", resetShare);
        Require.share("malformed", malformedShare);
    }

    /** The share of all of them. */
    double share() {
        return resetShare + malformedShare + slowChunks.share();
    }
}
