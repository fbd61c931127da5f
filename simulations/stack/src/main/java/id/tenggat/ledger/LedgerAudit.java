package id.tenggat.ledger;

import id.tenggat.recording.Audit;
import id.tenggat.recording.Findings;

import java.sql.SQLException;

/** Adds up what the database holds of a run: nothing that is only in memory counts. */
final class LedgerAudit {

    private static final String PAID = "select sum(stamps) from tenggat_payment where run = ?";
    private static final String UNCREDITED = "select sum(stamps) from tenggat_payment where run = ? and credited = 0";
    private static final String FORGOTTEN = "select count(*) from tenggat_forgotten where run = ?";
    private static final String STAMPED =
            "select count(*) from (select distinct applicant, step from tenggat_stamp where run = ?) s";
    private static final String SUBMITTED = "select count(*) from tenggat_submission where run = ?";

    /** A serial that belongs to two steps, or two applicants. */
    private static final String DUPLICATED = "select count(*) from (select serial from"
            + " (select serial, applicant, step from tenggat_serial where run = ?"
            + " union select serial, applicant, step from tenggat_stamp where run = ?) u"
            + " group by serial having count(*) > 1) d";

    private static final String UNSIGNED = "select count(*) from tenggat_serial i"
            + " left join (select distinct serial from tenggat_stamp where run = ?) s on s.serial = i.serial"
            + " left join (select distinct serial from tenggat_forgotten where run = ?) f on f.serial = i.serial"
            + " where i.run = ? and s.serial is null and f.serial is null";

    private static final String WITHOUT_STAMPS = "select count(*) from tenggat_submission h"
            + " left join (select applicant, count(distinct step) as stamps from tenggat_stamp where run = ?"
            + " group by applicant) s on s.applicant = h.applicant"
            + " where h.run = ? and coalesce(s.stamps, 0) < ";

    private LedgerAudit() {}

    static Audit of(Store store, int run, Rules rules) throws SQLException {
        long paid = store.number(PAID, run);
        long uncredited = store.number(UNCREDITED, run);
        long forgotten = store.number(FORGOTTEN, run);
        long stamped = store.number(STAMPED, run);
        Findings findings = new Findings(
                uncredited,
                forgotten,
                store.number(UNSIGNED, run),
                store.number(WITHOUT_STAMPS + rules.stampsToSubmit(), run),
                0);
        return new Audit(
                paid,
                stamped,
                paid - uncredited - forgotten - stamped,
                store.number(DUPLICATED, run),
                store.number(SUBMITTED, run),
                findings);
    }
}
