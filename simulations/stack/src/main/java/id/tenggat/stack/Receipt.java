package id.tenggat.stack;

import id.tenggat.stamping.SerialNumber;

/** What the ledger says to an entry. An entry made again gives the same receipt, marked as repeated. */
sealed interface Receipt {

    /** A step that the ledger only notes. */
    record Noted(boolean repeated) implements Receipt {}

    /** So many stamps are owed from now on. */
    record Paid(int stamps, boolean repeated) implements Receipt {}

    /** One stamp of quota was used up for this serial number. */
    record Issued(SerialNumber serial, boolean repeated) implements Receipt {}

    /** The registration was handed in as the so many-th. */
    record Submitted(long number, boolean repeated) implements Receipt {}

    /** Nothing was entered: the applicant has no stamp left. */
    record NoQuota() implements Receipt {}
}
