package id.tenggat.stack;

import io.vertx.core.http.HttpServerRequest;

/**
 * What a client calls an operation, the same at every retry: the header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header),
 * with or without the quotes of a structured field. Keys are compared among one applicant's only.
 */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final int CHARACTERS_MAX = 128;

    private IdempotencyKey() {}

    /**
     * The key of a request; empty if it has none.
     *
     * @throws MalformedException if it is too long or holds anything but visible ASCII
     */
    static String of(HttpServerRequest request) throws MalformedException {
        String text = request.getHeader(HEADER);
        if (text == null) {
            return "";
        }
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        String key = quoted ? text.substring(1, text.length() - 1) : text;
        if (key.isEmpty() || key.length() > CHARACTERS_MAX || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new MalformedException("the header " + HEADER + " must be 1 to " + CHARACTERS_MAX
                    + " visible ASCII characters, found " + Steps.shown(text));
        }
        return key;
    }

    /** What an operation is told that must have a key and has none. */
    static MalformedException missing(String step) {
        return new MalformedException("the step " + step + " needs the header " + HEADER
                + ", the same at every retry, so that it is done once");
    }
}
