package id.tenggat.stamping;

import java.time.InstantSource;

/** What a stamp says: its serial number and the claimed time of signing. Used again for other stamps; one thread's. */
final class Inscription {

    private static final byte[] FIELD_PREFIX = Ascii.bytes("SPECIMEN-");

    private final SigningTime clock;
    private final byte[] serialDigits = new byte[SerialNumber.DIGITS];
    private final byte[] fieldName = new byte[FIELD_PREFIX.length + SerialNumber.DIGITS];
    private byte[] time = {};

    Inscription(InstantSource clock) {
        this.clock = new SigningTime(clock);
        System.arraycopy(FIELD_PREFIX, 0, fieldName, 0, FIELD_PREFIX.length);
    }

    /** Says another serial number, and that it is now. */
    void set(SerialNumber serial) {
        serial.put(serialDigits, 0);
        serial.put(fieldName, FIELD_PREFIX.length);
        time = clock.now();
    }

    /** The name of the signature's field, as ASCII: it tells the serial number, so no stamp is set twice. */
    byte[] fieldName() {
        return fieldName;
    }

    /** The serial number's digits, as ASCII. */
    byte[] serialDigits() {
        return serialDigits;
    }

    /** The claimed time of signing as PDFs write it, as ASCII. */
    byte[] time() {
        return time;
    }
}
