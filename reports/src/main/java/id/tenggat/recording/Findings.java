package id.tenggat.recording;

/**
 * What an audit finds where a ledger, or its clients' receipts against it, do not add up. All zero is how it should be.
 *
 * @param paidWithoutQuota stamps paid for whose quota was never credited
 * @param quotaLost stamps of quota used up whose serial nobody knows
 * @param unsigned serials issued whose document was never stamped; to sign again needs no new quota
 * @param submittedWithoutStamps submissions of applicants who lack a stamp of their journey
 * @param receiptsUnknown receipts that clients hold and the ledger does not know, or knows otherwise
 */
public record Findings(
        long paidWithoutQuota, long quotaLost, long unsigned, long submittedWithoutStamps, long receiptsUnknown) {

    /** Nothing. */
    public static final Findings NONE = new Findings(0, 0, 0, 0, 0);

    public Findings withPaidWithoutQuota(long stamps) {
        return new Findings(stamps, quotaLost, unsigned, submittedWithoutStamps, receiptsUnknown);
    }

    public Findings withQuotaLost(long stamps) {
        return new Findings(paidWithoutQuota, stamps, unsigned, submittedWithoutStamps, receiptsUnknown);
    }

    public Findings withReceiptsUnknown(long receipts) {
        return new Findings(paidWithoutQuota, quotaLost, unsigned, submittedWithoutStamps, receipts);
    }
}
