package id.tenggat.benchmarks.delay;

import id.tenggat.replay.Cadence;

/**
 * Response times as they must be, in nanoseconds.
 *
 * @param fromDueNs what users wait from when they wanted to call
 * @param fromSentNs what is left of it if a call counts from when it is sent
 */
@SuppressWarnings("ArrayRecordComponent") // two columns of numbers, never compared
public record ExactTimes(long[] fromDueNs, long[] fromSentNs) {

    /**
     * Computed from the plan: a call goes out when it is due and the one before it has been answered, and is answered when the
     * script says.
     */
    public static ExactTimes of(Cadence cadence, DelayScript script) {
        ExactTimes exact = new ExactTimes(
                new long[cadence.users() * cadence.calls()], new long[cadence.users() * cadence.calls()]);
        for (int user = 0; user < cadence.users(); user++) {
            exact.add(cadence, script, user);
        }
        return exact;
    }

    private void add(Cadence cadence, DelayScript script, int user) {
        long doneNs = 0;
        for (int call = 0; call < cadence.calls(); call++) {
            long dueNs = cadence.dueNs(user, call);
            long sentNs = Math.max(dueNs, doneNs);
            doneNs = script.answeredNs(sentNs);
            fromDueNs[user * cadence.calls() + call] = doneNs - dueNs;
            fromSentNs[user * cadence.calls() + call] = doneNs - sentNs;
        }
    }
}
