package id.tenggat.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/** Opens the databases in which ledgers are kept, each for one stack alone. */
final class Databases {

    /** The name of the lock that the stack holds in PostgreSQL: any number that nobody else takes. */
    private static final long ADVISORY_LOCK = 0x54656e67676174L;

    private static final int SQLITE_BUSY = 5;
    private static final long PATIENCE_NS = 2_000_000_000;

    private Databases() {}

    static Store open(LedgerPlace place) throws LedgerException {
        try {
            if (place instanceof LedgerPlace.Postgres postgres) {
                return new Store(postgres(postgres));
            } else if (place instanceof LedgerPlace.File file) {
                return new Store(file(file.path()));
            }
            return new Store(DriverManager.getConnection("jdbc:sqlite::memory:"));
        } catch (SQLException e) {
            throw new LedgerException(
                    "the ledger " + place + " can't be opened (" + firstLine(e) + ")" + wayOut(place, e), e);
        }
    }

    /** Every commit is on the disk when it returns: the write-ahead log is synchronised each time. */
    private static Connection file(Path path) throws SQLException, LedgerException {
        makeDirectory(path);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            // Takes the lock now, not with the first row.
            statement.execute("begin immediate");
            statement.execute("commit");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void makeDirectory(Path path) throws LedgerException {
        try {
            Path directory = path.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new LedgerException("the ledger " + path + " can't be made (" + e + "); name another file", e);
        }
    }

    private static Connection postgres(LedgerPlace.Postgres place) throws SQLException, LedgerException {
        Properties settings = new Properties();
        settings.setProperty("reWriteBatchedInserts", "true");
        settings.setProperty("ApplicationName", "tenggat stack");
        take(settings, "user", "PGUSER");
        take(settings, "password", "PGPASSWORD");
        Connection connection = DriverManager.getConnection(place.url(), settings);
        try {
            requireDurability(connection, place);
            requireLock(connection, place);
            return connection;
        } catch (SQLException | LedgerException e) {
            connection.close();
            throw e;
        }
    }

    private static void requireDurability(Connection connection, LedgerPlace place)
            throws SQLException, LedgerException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
            try (ResultSet fsync = statement.executeQuery("show fsync")) {
                if (fsync.next() && fsync.getString(1).equals("off")) {
                    throw new LedgerException("PostgreSQL at " + place
                            + " runs with fsync off, so nothing in it is durable: set it on, or name another database");
                }
            }
        }
    }

    /** The server takes a moment to see that the stack before has gone, or was killed. */
    private static void requireLock(Connection connection, LedgerPlace.Postgres place)
            throws SQLException, LedgerException {
        long giveUpNanoTime = System.nanoTime() + PATIENCE_NS;
        boolean locked = triesLock(connection);
        while (!locked && System.nanoTime() < giveUpNanoTime) {
            LockSupport.parkNanos(PATIENCE_NS / 100);
            locked = triesLock(connection);
        }
        if (!locked) {
            throw new LedgerException(
                    "another stack keeps its ledger in " + place + "; stop it, or name another database");
        }
    }

    private static boolean triesLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery("select pg_try_advisory_lock(" + ADVISORY_LOCK + ")")) {
            return locked.next() && locked.getBoolean(1);
        }
    }

    private static void take(Properties settings, String name, String variable) {
        String value = System.getenv(variable);
        if (value != null) {
            settings.setProperty(name, value);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String wayOut(LedgerPlace place, SQLException e) {
        if (place instanceof LedgerPlace.Postgres) {
            return ": is PostgreSQL running there, and does the database exist? user and password may stand in the URL, or"
                    + " in PGUSER and PGPASSWORD";
        }
        return e.getErrorCode() == SQLITE_BUSY
                ? ": another stack keeps its ledger there; stop it, or name another file"
                : ": it must be a ledger of this program, or not be there yet";
    }
}
