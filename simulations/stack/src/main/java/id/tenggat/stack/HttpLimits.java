package id.tenggat.stack;

import java.time.Duration;

/**
 * What clients may ask of the HTTP server before anything is decided about their requests.
 *
 * @param connections open at once, 1 or more; or {@link #AS_DESCRIPTORS_ALLOW}
 * @param idle how long a connection may stand without a whole head of a request, longer than zero
 * @param receiving how long a request's body may take to come, longer than zero. A request that has come whole waits as long
 *     as its station has it.
 */
public record HttpLimits(int connections, Duration idle, Duration receiving) {

    /** As many connections as {@link Descriptors} leave. */
    public static final int AS_DESCRIPTORS_ALLOW = 0;

    /** Longer than common clients keep a connection idle (60 s): they close it, and do not write into a closed one. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private static final Duration RECEIVING = Duration.ofSeconds(60);

    /** What a stack has if nobody says otherwise. */
    public static final HttpLimits USUAL = new HttpLimits(AS_DESCRIPTORS_ALLOW, IDLE, RECEIVING);

    /** Bytes of a request's first line, or of a chunk's; bytes of its headers; how many of them. */
    static final int LINE_BYTES_MAX = 4096;

    static final int HEADER_BYTES_MAX = 8192;
    static final int HEADERS_MAX = 64;

    /** Bytes of a body that nobody reads, after which its connection is cut: a refused client may not send on for ever. */
    static final long UNREAD_BYTES_MAX = 64 << 20;

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public HttpLimits {
        require(connections >= 0, "connections must be 0 or more", connections);
        require(!idle.isNegative() && !idle.isZero(), "idle must be longer than zero", idle);
        require(!receiving.isNegative() && !receiving.isZero(), "receiving must be longer than zero", receiving);
    }

    private static void require(boolean holds, String rule, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", found " + found);
        }
    }

    /** How often connections are looked over: four times in the shorter time, but once a second is enough. */
    long sweepMs() {
        long shorterMs = Math.min(idle.toMillis(), receiving.toMillis());
        return Math.max(1, Math.min(1000, shorterMs / 4));
    }
}
