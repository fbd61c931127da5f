package id.tenggat.stamping;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The claimed time of signing as PDFs write it (ISO 32000-1, 7.9.4), made anew once a second. One thread's. */
final class SigningTime {

    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private long second = Long.MIN_VALUE;
    private byte[] text = {};

    SigningTime(InstantSource clock) {
        this.clock = clock;
    }

    byte[] now() {
        long current = Math.floorDiv(clock.millis(), 1000L);
        if (current != second) {
            second = current;
            text = Ascii.bytes(PDF_DATE.format(Instant.ofEpochSecond(current)));
        }
        return text;
    }
}
