package id.tenggat.ledger;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this test's own, on a free port of 127.0.0.1, in a directory that goes with it: Debian's {@code postgresql},
 * where that is installed. In CI it must be.
 */
public final class PostgresServer {

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final Optional<PostgresServer> RUNNING = start();

    private final Path binaries;
    private final Path directory;
    private final int port;

    private PostgresServer(Path binaries, Path directory, int port) {
        this.binaries = binaries;
        this.directory = directory;
        this.port = port;
    }

    /** The one server of this JVM; empty where none is installed. */
    public static Optional<PostgresServer> running() {
        return RUNNING;
    }

    /** An empty database, the same at every call. */
    public LedgerPlace emptyDatabase() {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new LedgerPlace.Postgres(url);
    }

    private static Optional<PostgresServer> start() {
        Optional<Path> binaries = binaries();
        if (binaries.isEmpty()) {
            if (System.getenv("CI") != null) {
                throw new IllegalStateException("Debian's postgresql must be installed in CI");
            }
            return Optional.empty();
        }
        try {
            Path directory = Files.createTempDirectory("tenggat-postgres");
            PostgresServer server = new PostgresServer(binaries.get(), directory, freePort());
            server.begin();
            return Optional.of(server);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> binaries() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void begin() throws IOException {
        if (isRoot()) {
            run("chown", "postgres", directory.toString());
        }
        asPostgres("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "--no-sync");
        asPostgres("pg_ctl", "-D", data(), "-w", "-l", directory.resolve("log").toString(), "-o", options(), "start");
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "postgres-end"));
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private String options() {
        return "-p " + port + " -k " + directory + " -c listen_addresses=127.0.0.1";
    }

    private void end() {
        try {
            asPostgres("pg_ctl", "-D", data(), "-m", "immediate", "stop");
            run("rm", "-rf", directory.toString());
        } catch (IOException e) {
            System.err.println("the test's PostgreSQL in " + directory + " is left behind: " + e);
        }
    }

    /** PostgreSQL refuses to run as root. */
    private void asPostgres(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(String... command) throws IOException {
        Path log = Files.createTempFile("tenggat-postgres", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + status + ": "
                        + Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(log);
        }
    }
}
