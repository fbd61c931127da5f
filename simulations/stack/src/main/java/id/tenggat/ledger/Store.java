package id.tenggat.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows of all runs in a database, by its JDBC driver; used by one thread at a time. Tables have no constraints: what an
 * audit looks for must be able to be there.
 */
final class Store implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "tenggat_run (run integer not null, question text not null, start_epoch_ms bigint, interval_ns bigint)",
            "tenggat_step (run integer not null, applicant integer not null, step integer not null)",
            "tenggat_payment (run integer not null, payment bigint not null, applicant integer not null,"
                    + " step integer not null, idempotency_key text not null, stamps integer not null,"
                    + " credited integer not null)",
            "tenggat_serial (run integer not null, serial bigint not null, applicant integer not null,"
                    + " step integer not null, idempotency_key text not null)",
            "tenggat_forgotten (run integer not null, serial bigint not null, applicant integer not null,"
                    + " step integer not null)",
            "tenggat_stamp (run integer not null, serial bigint not null, applicant integer not null,"
                    + " step integer not null)",
            "tenggat_submission (run integer not null, submission bigint not null, applicant integer not null,"
                    + " step integer not null)");

    private final Connection connection;
    private final RowInserts inserts;

    /** A run that is in the database. */
    record KnownRun(int number, RunLabel label) {}

    /** On an open connection, which it closes. Makes the tables where they are missing. */
    Store(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("create table if not exists " + table);
            }
        }
        connection.commit();
        inserts = new RowInserts(connection);
    }

    /** The run that was begun last; of one that somebody began anew while nothing had happened in it, as that. */
    Optional<KnownRun> lastRun() throws SQLException {
        String query = "select run, question, start_epoch_ms, interval_ns from tenggat_run order by run desc,"
                + " coalesce(start_epoch_ms, -1) desc limit 1";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? Optional.of(knownRun(result)) : Optional.empty();
        } finally {
            connection.commit();
        }
    }

    private static KnownRun knownRun(ResultSet result) throws SQLException {
        long start = result.getLong(3);
        Optional<RunLabel.Begun> begun =
                result.wasNull() ? Optional.empty() : Optional.of(new RunLabel.Begun(start, result.getLong(4)));
        return new KnownRun(result.getInt(1), new RunLabel(result.getString(2), begun));
    }

    /** Adds a run; durable with the next {@link #commit}. */
    void add(KnownRun run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into tenggat_run values (?, ?, ?, ?)")) {
            insert.setInt(1, run.number());
            insert.setString(2, run.label().question());
            if (run.label().begun().isPresent()) {
                insert.setLong(3, run.label().begun().get().startEpochMs());
                insert.setLong(4, run.label().begun().get().intervalNs());
            } else {
                insert.setNull(3, Types.BIGINT);
                insert.setNull(4, Types.BIGINT);
            }
            insert.executeUpdate();
        }
    }

    /** Adds rows of a run; durable with the next {@link #commit}. */
    void add(int run, List<Row> rows) throws SQLException {
        for (Row row : rows) {
            inserts.add(run, row);
        }
    }

    /** Makes durable what was added since the last commit; returns when it is. */
    void commit() throws SQLException {
        inserts.execute();
        connection.commit();
    }

    /** Reads all rows of a run, each kind in the order in which it was added, what others depend on first. */
    void read(int run, Consumer<Row> each) throws SQLException {
        for (RowQuery query : RowQuery.values()) {
            query.read(connection, run, each);
        }
        connection.commit();
    }

    /** Forgets what a question that failed has begun. */
    void giveUp() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The next commit fails, then, and says so.
        }
    }

    /** The whole number that a query yields, all of whose parameters are this run. */
    long number(String query, int run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 1; i <= query.chars().filter(c -> c == '?').count(); i++) {
                statement.setInt(i, run);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        inserts.close();
        connection.close();
    }
}
