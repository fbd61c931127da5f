package id.tenggat.ledger;

/** One fact in the ledger of a run. Facts are only ever added. */
sealed interface Row {

    /** The applicant to whom it belongs. */
    int applicant();

    /** A step of which nothing but this is kept was done. */
    record Done(int applicant, int step) implements Row {}

    /**
     * A payment was taken.
     *
     * @param credited whether its stamps are owed
     */
    record Paid(long payment, int applicant, int step, String key, int stamps, boolean credited) implements Row {}

    /** A serial number was issued for a step, which used up one stamp of quota. */
    record Issued(long serial, int applicant, int step, String key) implements Row {}

    /** A serial number that was issued is known to nobody any more. */
    record Forgotten(long serial, int applicant, int step) implements Row {}

    /** A document was stamped with the serial number of its step. */
    record Stamped(long serial, int applicant, int step) implements Row {}

    /** The registration was handed in. */
    record Submitted(long submission, int applicant, int step) implements Row {}
}
