package id.tenggat.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * The queries that read rows back, in an order in which a book can take them: quota before what uses it, and a serial before
 * it is forgotten. A step that lost its serial may have a new one: of one step the later serial is the larger.
 */
enum RowQuery {
    DONE("applicant, step from tenggat_step", "applicant") {
        @Override
        Row row(ResultSet r) throws SQLException {
            return new Row.Done(r.getInt(1), r.getInt(2));
        }
    },
    PAID("payment, applicant, step, idempotency_key, stamps, credited from tenggat_payment", "payment") {
        @Override
        Row row(ResultSet r) throws SQLException {
            return new Row.Paid(r.getLong(1), r.getInt(2), r.getInt(3), r.getString(4), r.getInt(5), r.getInt(6) != 0);
        }
    },
    ISSUED("serial, applicant, step, idempotency_key from tenggat_serial", "serial") {
        @Override
        Row row(ResultSet r) throws SQLException {
            return new Row.Issued(r.getLong(1), r.getInt(2), r.getInt(3), r.getString(4));
        }
    },
    FORGOTTEN("serial, applicant, step from tenggat_forgotten", "serial") {
        @Override
        Row row(ResultSet r) throws SQLException {
            return new Row.Forgotten(r.getLong(1), r.getInt(2), r.getInt(3));
        }
    },
    STAMPED("serial, applicant, step from tenggat_stamp", "serial") {
        @Override
        Row row(ResultSet r) throws SQLException {
            return new Row.Stamped(r.getLong(1), r.getInt(2), r.getInt(3));
        }
    },
    SUBMITTED("submission, applicant, step from tenggat_submission", "submission") {
        @Override
        Row row(ResultSet r) throws SQLException {
            return new Row.Submitted(r.getLong(1), r.getInt(2), r.getInt(3));
        }
    };

    /** Rows fetched at once, so that a nation's ledger need not fit into memory twice. */
    private static final int FETCHED = 10_000;

    private final String query;

    RowQuery(String columns, String order) {
        query = "select " + columns + " where run = ? order by " + order;
    }

    abstract Row row(ResultSet result) throws SQLException;

    void read(Connection connection, int run, Consumer<Row> each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(FETCHED);
            statement.setInt(1, run);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    each.accept(row(result));
                }
            }
        }
    }
}
