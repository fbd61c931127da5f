package id.tenggat.ledger;

/**
 * What is entered into the ledger: a step done for an applicant. The same entry counts once, however often it is made.
 *
 * @param applicant number of the applicant
 * @param step index of the step
 * @param key what the client calls this operation, the same at every retry (its idempotency key); empty if it does not say
 */
public record Entry(int applicant, int step, String key) {

    /** An entry of which no key is known. */
    public Entry(int applicant, int step) {
        this(applicant, step, "");
    }
}
