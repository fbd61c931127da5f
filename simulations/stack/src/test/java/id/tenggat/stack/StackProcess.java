package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.scenario.Scenario;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A stack in a JVM of its own, which can be killed. */
final class StackProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private StackProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** More than come while it is killed again and again. */
    static final int APPLICANTS = 100_000;

    /** What it serves: the small journey, by stations that are quick. */
    private static Scenario scenario() {
        return Scenarios.withApplicants(APPLICANTS, Scenarios.roomy());
    }

    /** Serves until its standard input ends. */
    public static void main(String[] arguments) throws PortUnavailableException, LedgerException, IOException {
        StackOptions options = StackOptions.onPort(0).withLedger(LedgerPlace.parse(arguments[0]));
        try (StackServer server = StackServer.start(scenario(), options)) {
            System.out.println(server.port());
            var unused = System.in.read();
        }
    }

    /** Starts one whose ledger is there, and waits until it serves. */
    static StackProcess start(String ledger, Path libraries) throws IOException {
        List<String> command = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Where a killed process leaves SQLite's library.
                "-Dorg.sqlite.tmpdir=" + libraries,
                "-cp",
                System.getProperty("java.class.path"),
                StackProcess.class.getName(),
                ledger);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the stack did not start");
        }
        return new StackProcess(process, Integer.parseInt(line));
    }

    int port() {
        return port;
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
