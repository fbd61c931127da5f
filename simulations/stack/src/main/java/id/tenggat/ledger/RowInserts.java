package id.tenggat.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The statements that add rows, many at once. */
final class RowInserts implements AutoCloseable {

    private final PreparedStatement done;
    private final PreparedStatement paid;
    private final PreparedStatement issued;
    private final PreparedStatement forgotten;
    private final PreparedStatement stamped;
    private final PreparedStatement submitted;
    private final List<PreparedStatement> all;

    RowInserts(Connection connection) throws SQLException {
        done = connection.prepareStatement("insert into tenggat_step values (?, ?, ?)");
        paid = connection.prepareStatement("insert into tenggat_payment values (?, ?, ?, ?, ?, ?, ?)");
        issued = connection.prepareStatement("insert into tenggat_serial values (?, ?, ?, ?, ?)");
        forgotten = connection.prepareStatement("insert into tenggat_forgotten values (?, ?, ?, ?)");
        stamped = connection.prepareStatement("insert into tenggat_stamp values (?, ?, ?, ?)");
        submitted = connection.prepareStatement("insert into tenggat_submission values (?, ?, ?, ?)");
        all = List.of(done, paid, issued, forgotten, stamped, submitted);
    }

    /** Adds a row to the batch of its kind. */
    void add(int run, Row row) throws SQLException {
        if (row instanceof Row.Done r) {
            batch(done, run, r.applicant(), r.step());
        } else if (row instanceof Row.Paid r) {
            batch(paid, run, r.payment(), r.applicant(), r.step(), r.key(), r.stamps(), r.credited() ? 1 : 0);
        } else if (row instanceof Row.Issued r) {
            batch(issued, run, r.serial(), r.applicant(), r.step(), r.key());
        } else if (row instanceof Row.Forgotten r) {
            batch(forgotten, run, r.serial(), r.applicant(), r.step());
        } else if (row instanceof Row.Stamped r) {
            batch(stamped, run, r.serial(), r.applicant(), r.step());
        } else if (row instanceof Row.Submitted r) {
            batch(submitted, run, r.submission(), r.applicant(), r.step());
        }
    }

    private static void batch(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }

    /** Sends all batches. */
    void execute() throws SQLException {
        for (PreparedStatement insert : all) {
            var unused = insert.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement insert : all) {
            insert.close();
        }
    }
}
