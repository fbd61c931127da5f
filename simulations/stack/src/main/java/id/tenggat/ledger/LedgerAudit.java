package id.tenggat.ledger;

import id.tenggat.recording.Audit;
import id.tenggat.recording.Findings;

import java.sql.SQLException;

/**
 * Adds up what the database holds of a run: nothing that is only in memory counts. What is refundable is counted from what was
 * credited and used up, not from what is left of the payments, so that the two sides can differ.
 */
final class LedgerAudit {

    private static final String PAID = "select sum(stamps) from tenggat_payment where run = ?";
    private static final String CREDITED = "select sum(stamps) from tenggat_payment where run = ? and credited = 1";
    private static final String SERIALS = "select count(*) from tenggat_serial where run = ?";
    private static final String FORGOTTEN = "select count(*) from tenggat_forgotten where run = ?";
    private static final String STAMPED =
            "select count(*) from (select distinct applicant, step from tenggat_stamp where run = ?) s";
    private static final String SUBMITTED = "select count(*) from tenggat_submission where run = ?";

    /** Serials that belong to two steps, or two applicants. */
    private static final String SHARED = "select count(*) from (select serial from"
            + " (select serial, applicant, step from tenggat_serial where run = ?"
            + " union select serial, applicant, step from tenggat_stamp where run = ?) u"
            + " group by serial having count(*) > 1) d";

    /** Serials beyond the first of a step that nobody has forgotten. */
    private static final String ISSUED_AGAIN = "select coalesce(sum(n - 1), 0) from (select count(*) as n"
            + " from tenggat_serial i left join (select serial from tenggat_forgotten where run = ?) f on f.serial = i.serial"
            + " where i.run = ? and f.serial is null group by i.applicant, i.step having count(*) > 1) d";

    /** Payments beyond the first of a step that were credited. */
    private static final String CREDITED_AGAIN = "select coalesce(sum(n - 1), 0) from (select count(*) as n"
            + " from tenggat_payment where run = ? and credited = 1 group by applicant, step having count(*) > 1) d";

    /** Submissions beyond the first of a step. */
    private static final String SUBMITTED_AGAIN = "select coalesce(sum(n - 1), 0) from (select count(*) as n"
            + " from tenggat_submission where run = ? group by applicant, step having count(*) > 1) d";

    private static final String UNSIGNED = "select count(*) from tenggat_serial i"
            + " left join (select distinct serial from tenggat_stamp where run = ?) s on s.serial = i.serial"
            + " left join (select distinct serial from tenggat_forgotten where run = ?) f on f.serial = i.serial"
            + " where i.run = ? and s.serial is null and f.serial is null";

    private static final String WITHOUT_STAMPS = "select count(*) from tenggat_submission h"
            + " left join (select applicant, count(distinct step) as stamps from tenggat_stamp"
            + " where run = ? and step in (%s) group by applicant) s on s.applicant = h.applicant"
            + " where h.run = ? and coalesce(s.stamps, 0) < %d";

    private LedgerAudit() {}

    static Audit of(Store store, int run, Rules rules) throws SQLException {
        long paid = store.number(PAID, run);
        long credited = store.number(CREDITED, run);
        Findings findings = new Findings(
                paid - credited,
                store.number(FORGOTTEN, run),
                store.number(UNSIGNED, run),
                rules.stampsToSubmit() == 0 ? 0 : store.number(withoutStamps(rules), run),
                0);
        long refundable = credited - store.number(SERIALS, run) + findings.unsigned();
        return new Audit(
                paid,
                store.number(STAMPED, run),
                refundable,
                duplicated(store, run),
                store.number(SUBMITTED, run),
                findings);
    }

    private static String withoutStamps(Rules rules) {
        return WITHOUT_STAMPS.formatted(rules.stepsToSubmit(), rules.stampsToSubmit());
    }

    private static long duplicated(Store store, int run) throws SQLException {
        return store.number(SHARED, run)
                + store.number(ISSUED_AGAIN, run)
                + store.number(CREDITED_AGAIN, run)
                + store.number(SUBMITTED_AGAIN, run);
    }
}
