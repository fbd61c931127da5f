package id.tenggat.ledger;

/** Why an entry can't be made now, as known before anything is done for it. */
public sealed interface Refusal {

    /** An earlier step is not done. */
    record OutOfOrder(int missingStep) implements Refusal {}

    /** The step was done, or begun, under another idempotency key. */
    record OtherKey() implements Refusal {}

    /** The applicant's idempotency key belongs to another step. */
    record KeyReused(int ofStep) implements Refusal {}
}
