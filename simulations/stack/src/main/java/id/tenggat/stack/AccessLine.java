package id.tenggat.stack;

import io.vertx.core.json.JsonObject;

import java.time.Instant;

/**
 * A request that has ended.
 *
 * @param at when it ended
 * @param path without what follows a question mark
 */
record AccessLine(Instant at, String method, String path, AccessLog.Outcome outcome) {

    /** One line: {@code {"at","method","path","status","bytes","durationUs"}}, and of a journey {@code "applicant","step"}. */
    String json() {
        JsonObject line = new JsonObject()
                .put("at", at.toString())
                .put("method", method)
                .put("path", path)
                .put("status", outcome.status() == 0 ? null : outcome.status())
                .put("bytes", outcome.bytes())
                .put("durationUs", outcome.tookNs() / 1000);
        String[] segments = path.split("/", -1);
        if (segments.length == 4 && segments[1].equals("journey")) {
            line.put("applicant", segments[2]).put("step", segments[3]);
        }
        return line.encode();
    }
}
