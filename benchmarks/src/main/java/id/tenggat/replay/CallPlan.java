package id.tenggat.replay;

import java.util.Map;

/**
 * What users at a cadence call, and when.
 *
 * @param url with a slash at its end
 * @param zeroNs the cadence's zero on the axis of {@link System#nanoTime}
 */
record CallPlan(String url, Cadence cadence, long zeroNs) {

    static final byte[] BODY = new byte[512];

    long dueNs(int user, int call) {
        return zeroNs + cadence.dueNs(user, call);
    }

    static String url(String base, long user) {
        return base + "journey/" + user + "/call";
    }

    /** As applicants call the stack. */
    static Call call(String url, int user, int number) {
        return Call.post(
                "call",
                url(url, user),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "Tenggat-Attempt",
                        Integer.toString(number),
                        "Idempotency-Key",
                        user + "-" + number),
                BODY);
    }
}
