package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The body of {@code POST /admin/begin}: {@code {"startEpochMs": 1725641940000, "intervalNs": 1000000000}}. */
final class BeginRequest {

    /** How far from now a run may begin: more is a mistake in the unit or in a clock. */
    private static final Duration FAR = Duration.ofMinutes(10);

    private static final String START = "startEpochMs";
    private static final String INTERVAL = "intervalNs";

    private BeginRequest() {}

    static Beginning parse(byte[] body, Instant now) throws MalformedException {
        JsonObject json = object(body);
        for (String name : json.fieldNames()) {
            if (!Set.of(START, INTERVAL).contains(name)) {
                throw new MalformedException(
                        "begin takes " + START + " and " + INTERVAL + ", found " + Steps.shown(name));
            }
        }
        Instant start = Instant.ofEpochMilli(whole(json, START));
        if (Duration.between(now, start).abs().compareTo(FAR) > 0) {
            throw new MalformedException(START + " must lie within 10 minutes of now (" + now.toEpochMilli()
                    + "), found " + start.toEpochMilli());
        }
        long intervalNs = whole(json, INTERVAL);
        if (intervalNs < Beginning.INTERVAL_NS_MIN) {
            throw new MalformedException(
                    INTERVAL + " must be " + Beginning.INTERVAL_NS_MIN + " or more, found " + intervalNs);
        }
        return new Beginning(start, intervalNs);
    }

    private static JsonObject object(byte[] body) throws MalformedException {
        try {
            return new JsonObject(Buffer.buffer(body));
        } catch (DecodeException | ClassCastException e) {
            throw new MalformedException("the body must be a JSON object with " + START + " and " + INTERVAL);
        }
    }

    private static long whole(JsonObject json, String name) throws MalformedException {
        Object value = json.getValue(name);
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw new MalformedException(name + " must be a whole number, found " + Steps.shown(String.valueOf(value)));
    }
}
