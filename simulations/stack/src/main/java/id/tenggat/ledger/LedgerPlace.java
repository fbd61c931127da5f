package id.tenggat.ledger;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Where a ledger is kept. */
public sealed interface LedgerPlace {

    /** What may stand behind the question mark of a JDBC URL. */
    Set<String> SETTINGS = Set.of("user", "password", "currentSchema", "connectTimeout", "socketTimeout", "sslmode");

    /** In memory: gone when its process is. */
    record Memory() implements LedgerPlace {
        @Override
        public String toString() {
            return "memory";
        }
    }

    /** In an SQLite file, made where there is none. */
    record File(Path path) implements LedgerPlace {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * In a PostgreSQL database on this machine.
     *
     * @param url as its JDBC driver takes it
     */
    record Postgres(String url) implements LedgerPlace {
        /** Without what may hold a password. */
        @Override
        public String toString() {
            return url.replaceAll("\\?.*", "");
        }
    }

    /** In memory. */
    static LedgerPlace memory() {
        return new Memory();
    }

    /**
     * What people write: {@code memory}, a file, or {@code jdbc:postgresql://127.0.0.1/database}.
     *
     * @throws LedgerException if it is none of these, or a database on another machine
     */
    static LedgerPlace parse(String text) throws LedgerException {
        if (text.equals("memory")) {
            return new Memory();
        } else if (text.startsWith("jdbc:postgresql:")) {
            return postgres(text);
        } else if (text.isBlank() || text.contains("://") || text.startsWith("jdbc:")) {
            throw new LedgerException(
                    "a ledger is kept in memory, in a file, or at jdbc:postgresql://127.0.0.1/database;" + " found \""
                            + text + "\"");
        }
        try {
            return new File(Path.of(text));
        } catch (InvalidPathException e) {
            throw new LedgerException("no file can be named \"" + text + "\": " + e.getReason(), e);
        }
    }

    /** Commits are load too, and load goes to this machine only. */
    private static LedgerPlace postgres(String url) throws LedgerException {
        requireKnownSettings(url);
        String host = hostOf(url);
        if (!Set.of("127.0.0.1", "localhost", "[::1]").contains(host)) {
            throw new LedgerException("a ledger's PostgreSQL must be on this machine, as in"
                    + " jdbc:postgresql://127.0.0.1/database; found the host \"" + host + "\"");
        }
        return new Postgres(url);
    }

    /** Some settings name another host, or code to be run. */
    private static void requireKnownSettings(String url) throws LedgerException {
        int query = url.indexOf('?');
        String settings = query < 0 ? "" : url.substring(query + 1);
        for (String setting : settings.split("&", -1)) {
            String name = setting.replaceAll("=.*", "");
            if (!settings.isEmpty() && !SETTINGS.contains(name)) {
                throw new LedgerException("the setting \"" + name + "\" of " + url.substring(0, query)
                        + " is not taken; these are: " + String.join(", ", new TreeSet<>(SETTINGS)));
            }
        }
    }

    private static String hostOf(String url) throws LedgerException {
        try {
            String host = URI.create(url.substring("jdbc:".length()).replaceAll("\\?.*", ""))
                    .getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException e) {
            throw new LedgerException("no JDBC URL of PostgreSQL: \"" + url.replaceAll("\\?.*", "") + "\"", e);
        }
    }
}
