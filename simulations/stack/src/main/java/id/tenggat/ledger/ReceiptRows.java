package id.tenggat.ledger;

import java.sql.SQLException;

/**
 * What clients may hold receipts of, a line each below a header:
 *
 * <pre>
 *   step,number,applicant        the step's index; the payment, the serial's sequence, or the submission
 *   4,17,200
 * </pre>
 *
 * <p>A payment without quota is none that a client has a receipt of, and is left out.
 */
final class ReceiptRows {

    static final String HEADER = "step,number,applicant";

    private ReceiptRows() {}

    static String csv(Store store, int run) throws SQLException {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        store.read(run, row -> append(csv, row));
        return csv.toString();
    }

    private static void append(StringBuilder csv, Row row) {
        if (row instanceof Row.Paid paid && paid.credited()) {
            line(csv, paid.step(), paid.payment(), paid.applicant());
        } else if (row instanceof Row.Stamped stamped) {
            line(csv, stamped.step(), stamped.serial(), stamped.applicant());
        } else if (row instanceof Row.Submitted submitted) {
            line(csv, submitted.step(), submitted.submission(), submitted.applicant());
        }
    }

    private static void line(StringBuilder csv, int step, long number, int applicant) {
        csv.append(step)
                .append(',')
                .append(number)
                .append(',')
                .append(applicant)
                .append('\n');
    }
}
