package id.tenggat.ledger;

import id.tenggat.stamping.SerialNumber;

/** What the ledger says to an entry. An entry made again gives the same receipt, marked as repeated. */
public sealed interface Receipt {

    /** A step that the ledger only notes. */
    record Noted(boolean repeated) implements Receipt {}

    /** So many stamps are owed from now on. */
    record Paid(long payment, int stamps, boolean repeated) implements Receipt {}

    /** One stamp of quota was used up for this serial number. */
    record Issued(SerialNumber serial, boolean repeated) implements Receipt {}

    /** The registration was handed in as the so many-th. */
    record Submitted(long number, boolean repeated) implements Receipt {}

    /** Nothing was entered: the applicant has no stamp left. */
    record NoQuota() implements Receipt {}

    /** Nothing was entered: the step was done under another idempotency key. */
    record OtherKey() implements Receipt {}

    /** A mishap: the payment was taken, and nothing is owed for it. */
    record PaymentExpired(long payment) implements Receipt {}

    /** Nothing is known to be entered: the ledger can't be kept any more. */
    record Unkept() implements Receipt {}

    /** A mishap: a stamp of quota is gone, and its serial number with it. */
    record QuotaLost() implements Receipt {}
}
