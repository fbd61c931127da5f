package id.tenggat.recording;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as {@code 2024-09-06T16:58:03.123456Z}: ISO 8601 in UTC, to the microsecond, rounded down. All of the same length,
 * so that their order is that of their texts. Most instants lie in the second of the one before, whose text is kept.
 */
final class InstantText {

    private static final String SHAPE = "0000-00-00T00:00:00.000000Z";
    private static final int MICROS = 1_000_000;

    private long second = Long.MIN_VALUE;
    private String secondText = "";

    void append(StringBuilder row, Instant instant) {
        if (instant.getEpochSecond() != second) {
            second = instant.getEpochSecond();
            String whole = instant.truncatedTo(ChronoUnit.SECONDS).toString();
            secondText = whole.substring(0, whole.length() - 1);
        }
        int dot = row.append(secondText).length();
        // Where the 1 stood that keeps the zeros behind it.
        row.append(MICROS + instant.getNano() / 1000).append('Z').setCharAt(dot, '.');
    }

    /** Whether a text looks like such an instant. */
    static boolean isOne(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char found = text.charAt(i);
            boolean fits = SHAPE.charAt(i) == '0' ? found >= '0' && found <= '9' : found == SHAPE.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
