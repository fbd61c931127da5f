package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * So many clients wait in a station's queue at once, each on a connection of its own. What one of them costs is printed:
 * resident bytes mean something in a fresh process only, so ask for that test alone. For fifteen thousand, where a process
 * may have 20,000 descriptors:
 *
 * <pre>
 *   mvn -B -pl simulations/stack -am test -Dtest='WaitingConnectionsTest#all_wait*' \
 *       -Dsurefire.failIfNoSpecifiedTests=false -Dtenggat.connections=15000
 * </pre>
 */
class WaitingConnectionsTest {

    private static final int CONNECTIONS = Integer.getInteger("tenggat.connections", 3_000);

    /** Its column in stations.csv. */
    private static final int QUEUE_MAX = 7;

    private static Scenario stuck(int applicants) {
        return Scenarios.withApplicants(
                applicants,
                Scenarios.of(
                        List.of(Scenarios.station("portal", 1, applicants, Scenarios.fixed(3_600_000))),
                        List.of(),
                        List.of()));
    }

    private record Memory(long heapBytes, long residentBytes) {

        /** After a full collection, so that what is counted is held. */
        static Memory now() throws IOException {
            System.gc();
            return new Memory(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), resident());
        }

        /** 0 where there is no /proc. */
        private static long resident() throws IOException {
            Path status = Path.of("/proc/self/status");
            return !Files.exists(status)
                    ? 0
                    : Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                            .sum();
        }

        String each(Memory before, int connections) {
            return "%,d heap bytes and %,d resident bytes each"
                    .formatted(
                            (heapBytes - before.heapBytes) / connections,
                            (residentBytes - before.residentBytes) / connections);
        }
    }

    private static Process clients(int port, int count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyClients.class.getName(),
                        Integer.toString(port),
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void all_wait_at_once_and_each_is_answered_in_the_end()
            throws PortUnavailableException, LedgerException, IOException {
        try (StackServer stack = StackServer.start(stuck(CONNECTIONS), StackOptions.onPort(0))) {
            Caller caller = new Caller(stack);
            caller.begin();
            Memory before = Memory.now();
            Process clients = clients(stack.port(), CONNECTIONS);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(clients.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.readLine()).isEqualTo("connected");
                Caller.await("all wait", () -> caller.atFirstStation("waiting") == CONNECTIONS - 1);
                System.out.println(
                        CONNECTIONS + " connections wait: " + Memory.now().each(before, CONNECTIONS));
                assertThat(caller.health().getInteger("connections")).isEqualTo(CONNECTIONS + 1);

                caller.begin();

                assertThat(said.readLine()).isEqualTo("{502=" + CONNECTIONS + "}");
            } finally {
                clients.destroy();
            }
            assertThat(caller.health().getInteger("faults")).isZero();
        }
    }

    /** However many of them have come by then. */
    @Test
    void all_are_served_when_a_frozen_station_thaws() throws PortUnavailableException, LedgerException, IOException {
        Scenario scenario = Scenarios.withApplicants(
                CONNECTIONS,
                Scenarios.of(
                        List.of(Scenarios.station("portal", 64, CONNECTIONS, Scenarios.fixed(1))),
                        List.of(),
                        List.of(Scenarios.incident(new Effect.Frozen(0), 0, 2L * CONNECTIONS))));
        try (StackServer stack = StackServer.start(scenario, StackOptions.onPort(0))) {
            Caller caller = new Caller(stack);
            caller.begin();
            Process clients = clients(stack.port(), CONNECTIONS);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(clients.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(said.readLine()).isEqualTo("connected");
                assertThat(said.readLine()).isEqualTo("{200=" + CONNECTIONS + "}");
            } finally {
                clients.destroy();
            }
            System.out.println("of " + CONNECTIONS + " served, waited at once: " + queueMax(caller));
            assertThat(caller.health().getInteger("faults")).isZero();
        }
    }

    private static long queueMax(Caller caller) {
        return Caller.text(caller.get("/admin/stations"))
                .lines()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[QUEUE_MAX]))
                .max()
                .orElse(0);
    }

    /** A full queue is a 503 that is told, and what is beyond the connections is one that is told at once. */
    @Test
    void beyond_queue_and_connections_all_are_told() throws PortUnavailableException, LedgerException, IOException {
        Scenario scenario = Scenarios.withApplicants(
                400,
                Scenarios.of(
                        List.of(Scenarios.station("portal", 100, 50, Scenarios.fixed(3_600_000))),
                        List.of(),
                        List.of()));
        HttpLimits limits = new HttpLimits(301, Duration.ofHours(1), Duration.ofHours(1));
        try (StackServer stack =
                StackServer.start(scenario, StackOptions.onPort(0).withHttp(limits))) {
            Caller caller = new Caller(stack);
            caller.begin();
            Process clients = clients(stack.port(), 400);
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(clients.getInputStream(), StandardCharsets.UTF_8))) {
                Caller.await(
                        "all but those inside were turned away",
                        () -> caller.measured("rejected") + caller.health().getInteger("connectionsRefused") == 250);
                assertThat(caller.atFirstStation("busy")).isEqualTo(100);
                assertThat(caller.atFirstStation("waiting")).isEqualTo(50);

                caller.begin();

                assertThat(said.readLine()).isEqualTo("connected");
                assertThat(said.readLine()).startsWith("{502=150, 503=");
            } finally {
                clients.destroy();
            }
            assertThat(caller.health().getInteger("faults")).isZero();
        }
    }
}
