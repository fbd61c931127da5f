package id.tenggat.recording;

/**
 * What the ledger holds at the end, in stamps, and what does not add up.
 *
 * @param paid stamps paid for
 * @param issued serials issued, their documents stamped
 * @param refundable stamps paid for and still not used; one whose serial waits for its signature among them
 * @param duplicated serials that belong to two steps, and serials, credited payments and submissions of a step beyond its
 *     first
 * @param submitted submissions in the ledger
 * @param findings what the ledger owes and does not know, or the other way round
 */
public record Audit(long paid, long issued, long refundable, long duplicated, long submitted, Findings findings) {

    /** Nothing was found. */
    public Audit(long paid, long issued, long refundable, long duplicated, long submitted) {
        this(paid, issued, refundable, duplicated, submitted, Findings.NONE);
    }

    /** The same ledger with these findings. */
    public Audit with(Findings other) {
        return new Audit(paid, issued, refundable, duplicated, submitted, other);
    }

    /** Stamps paid that are neither issued nor refundable: lost. */
    public long lost() {
        return paid - issued - refundable;
    }
}
