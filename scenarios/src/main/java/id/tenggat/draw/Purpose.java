package id.tenggat.draw;

/** What a draw is for. The code is part of every draw's key and never changes. */
public enum Purpose {
    ARRIVAL(1),
    SLICE(2),
    THINK(3),
    SERVICE(4),
    THIRD_PARTY(5),
    THIRD_PARTY_ERROR(6),
    ANSWER_LOST(7),
    BACKOFF(8),
    RETRY_AFTER(9),
    RETURN(10),
    CHANNEL(11),
    CHANNEL_TIME(12),
    PATIENCE(13),
    PERSISTENCE(14),
    ROOM_PATIENCE(16),
    RECLICKS(17),
    RECLICK_AFTER(18),
    PAYMENT_EXPIRES(30),
    QUOTA_LOST(31);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
