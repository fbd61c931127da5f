package id.tenggat.ledger;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
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

    /**
     * Opens a database of the same kind, of which nothing is left once it is closed, or its process gone: tables that no other
     * connection sees, a file without a name.
     */
    static Store openUnkept(LedgerPlace place) throws LedgerException {
        try {
            if (place instanceof LedgerPlace.Postgres postgres) {
                return new Store(unkept(connected(postgres)));
            } else if (place instanceof LedgerPlace.File) {
                return unkeptFile();
            }
            return open(place);
        } catch (SQLException | IOException e) {
            throw new LedgerException("no ledger can be opened that is thrown away (" + e.getMessage() + ")", e);
        }
    }

    private static Connection unkept(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to pg_temp");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Its names are taken away as soon as both of its files are open. */
    private static Store unkeptFile() throws SQLException, IOException, LedgerException {
        Path directory = Files.createTempDirectory("tenggat-unkept");
        try {
            return new Store(file(directory.resolve("ledger.db")));
        } finally {
            for (File named : Objects.requireNonNullElse(directory.toFile().listFiles(), new File[0])) {
                Files.delete(named.toPath());
            }
            Files.delete(directory);
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
        Connection connection = connected(place);
        try {
            requireDurability(connection, place);
            requireLock(connection, place);
            return connection;
        } catch (SQLException | LedgerException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection connected(LedgerPlace.Postgres place) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("reWriteBatchedInserts", "true");
        settings.setProperty("ApplicationName", "tenggat stack");
        take(settings, "user", "PGUSER");
        take(settings, "password", "PGPASSWORD");
        return DriverManager.getConnection(place.url(), settings);
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
