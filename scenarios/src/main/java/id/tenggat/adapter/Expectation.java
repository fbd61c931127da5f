package id.tenggat.adapter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an answer looks; all marks must be there.
 *
 * @param statuses its status lies in one of these
 * @param contains its body, as UTF-8, has this text
 * @param json its body is JSON that holds these values at these JSON Pointers, as texts
 */
public record Expectation(List<Statuses> statuses, Optional<String> contains, Map<String, String> json) {

    /** Statuses from one to another, both among them. */
    public record Statuses(int from, int to) {
        boolean hold(int status) {
            return status >= from && status <= to;
        }
    }

    /** What HTTP calls successful. */
    public static final Expectation SUCCESSFUL = ofStatuses(new Statuses(200, 299));

    /** Too many requests, and service unavailable. */
    public static final Expectation SHED = ofStatuses(new Statuses(429, 429), new Statuses(503, 503));

    public Expectation {
        statuses = List.copyOf(statuses);
        json = Request.ordered(json);
    }

    private static Expectation ofStatuses(Statuses... statuses) {
        return new Expectation(List.of(statuses), Optional.empty(), Map.of());
    }

    /** Whether a status is among those expected. */
    public boolean allows(int status) {
        return statuses.stream().anyMatch(range -> range.hold(status));
    }
}
