package id.tenggat.stamping;

/**
 * The number of one stamp: a sequence number and two check digits, written as 22 digits.
 *
 * <p>The first 20 digits are the sequence number with leading zeros; the last two make the whole congruent to 1 modulo 97
 * (ISO/IEC 7064, MOD 97-10, the rule of bank account numbers), which finds every single wrong digit and every swap of
 * neighbours.
 *
 * @param sequence the number that the ledger counts up, 0 to {@link Long#MAX_VALUE}
 */
public record SerialNumber(long sequence) {

    /** How many digits a serial number has, check digits included. */
    public static final int DIGITS = 22;

    private static final int SEQUENCE_DIGITS = 20;
    private static final int MODULUS = 97;

    /**
     * @throws IllegalArgumentException if {@code sequence} is negative
     */
    public SerialNumber {
        if (sequence < 0) {
            throw new IllegalArgumentException("serial sequence %d: may not be negative".formatted(sequence));
        }
    }

    /**
     * Reads the 22 digits that {@link #digits()} writes.
     *
     * @throws IllegalArgumentException if the text is not 22 digits, its check digits don't fit, or its sequence number is
     *     beyond {@link Long#MAX_VALUE}
     */
    public static SerialNumber parse(String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(SerialNumber::isDigit)) {
            throw new IllegalArgumentException("serial number '%s': must be %d digits"
                    .formatted(text.substring(0, Math.min(text.length(), 2 * DIGITS)), DIGITS));
        }
        SerialNumber serial = new SerialNumber(sequenceOf(text));
        if (!serial.digits().equals(text)) {
            throw new IllegalArgumentException(
                    "serial number '%s': check digits must be %s".formatted(text, serial.checkDigits()));
        }
        return serial;
    }

    /** The serial number as 22 digits, check digits last. */
    public String digits() {
        return "%020d%s".formatted(sequence, checkDigits());
    }

    /** Puts the 22 digits, as ASCII, over what stands in an array. */
    void put(byte[] into, int from) {
        Update.put(into, from, sequence, SEQUENCE_DIGITS);
        Update.put(into, from + SEQUENCE_DIGITS, checkNumber(), DIGITS - SEQUENCE_DIGITS);
    }

    /** The same as {@link #digits()}. */
    @Override
    public String toString() {
        return digits();
    }

    private String checkDigits() {
        return "%02d".formatted(checkNumber());
    }

    private long checkNumber() {
        return MODULUS + 1 - sequence % MODULUS * 100 % MODULUS;
    }

    private static long sequenceOf(String text) {
        try {
            return Long.parseLong(text.substring(0, SEQUENCE_DIGITS));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "serial number '%s': sequence number must be at most %d".formatted(text, Long.MAX_VALUE), e);
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
