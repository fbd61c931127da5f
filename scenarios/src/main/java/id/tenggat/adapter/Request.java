package id.tenggat.adapter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request of a step, and what its answer means.
 *
 * @param call what is sent
 * @param verdict what the answer's marks mean
 * @param waiting what an answer that says wait looks like, and how is waited; empty if none does
 * @param captures what is kept of an answer that is a success, by variable
 */
public record Request(Call call, Verdict verdict, Optional<Wait> waiting, Map<String, Capture> captures) {

    /**
     * What is sent.
     *
     * @param method in capitals
     * @param path from the target's root on, with the query
     * @param headers by name
     */
    public record Call(String method, Template path, Map<String, Template> headers, Body body) {
        public Call {
            headers = ordered(headers);
        }
    }

    /** How a success and a rejection look. An answer that is neither is a failure; the rejection is asked first. */
    public record Verdict(Expectation success, Expectation rejection) {}

    public Request {
        captures = ordered(captures);
    }

    /** A copy that keeps the order. */
    static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
