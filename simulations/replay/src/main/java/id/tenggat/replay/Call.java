package id.tenggat.replay;

import java.util.Map;
import java.util.OptionalLong;

/**
 * One HTTP request.
 *
 * @param name under which Gatling's charts count it; keep the number of different names small
 * @param method GET, POST and so on
 * @param url absolute
 * @param headers added to what the client sends by itself; a header of the same name is replaced
 * @param body sent as it is; not copied, so it may be shared by all users and must not change; of no bytes: none is sent
 * @param timeoutNs how long its client waits for the answer, from when it is sent: 1 or more; empty if as long as the run's
 *     calls do. Gatling counts in milliseconds: it is rounded up
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared, and a copy per call would cost more than the call
public record Call(
        String name, String method, String url, Map<String, String> headers, byte[] body, OptionalLong timeoutNs) {

    public Call {
        if (timeoutNs.isPresent() && timeoutNs.getAsLong() < 1) {
            throw new IllegalArgumentException("a call's timeout must be 1 ns or more; it is " + timeoutNs.getAsLong());
        }
    }

    /** A POST that waits as long as the run's calls do. */
    public static Call post(String name, String url, Map<String, String> headers, byte[] body) {
        return new Call(name, "POST", url, headers, body, OptionalLong.empty());
    }

    /** The same call, given up after so many nanoseconds without an answer. */
    public Call within(long ns) {
        return new Call(name, method, url, headers, body, OptionalLong.of(ns));
    }
}
