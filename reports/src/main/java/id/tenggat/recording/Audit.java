package id.tenggat.recording;

/**
 * What the ledger holds at the end, in stamps.
 *
 * @param paid stamps paid for
 * @param issued serials issued
 * @param refundable stamps paid for and still not used
 * @param duplicated serials that were issued more than once
 * @param submitted submissions in the ledger
 */
public record Audit(long paid, long issued, long refundable, long duplicated, long submitted) {

    /** Stamps paid that are neither issued nor refundable: lost. */
    public long lost() {
        return paid - issued - refundable;
    }
}
