package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Discipline;
import id.tenggat.scenario.Stack.Overload;
import id.tenggat.scenario.Stack.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.incident;
import static id.tenggat.stack.Scenarios.station;
import static id.tenggat.stack.Scenarios.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class StackServerTest {

    private static final long AN_HOUR_MS = 3_600_000;

    /** One worker that is held for an hour, and a queue. */
    private static Scenario stuck(Abandon abandon, Overload overload, int queueLimit) {
        return only(with(station("portal", 1, queueLimit, fixed(AN_HOUR_MS)), Discipline.FIFO, abandon, overload));
    }

    private static Scenario only(Station station) {
        return Scenarios.of(List.of(station), List.of(), List.of());
    }

    private static StackServer start(Scenario scenario) throws PortUnavailableException, LedgerException {
        return StackServer.start(scenario, StackOptions.onPort(0));
    }

    @Test
    void a_port_in_use_is_named_with_the_way_out() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> StackServer.start(Scenarios.roomy(), StackOptions.onPort(port)))
                    .isInstanceOf(PortUnavailableException.class)
                    .hasMessage(
                            "port %d on 127.0.0.1 is in use: stop what listens there, or choose another port "
                                    + "(0 takes any that is free)",
                            port);
        }
    }

    @Test
    void a_ledger_is_free_again_if_its_stack_found_no_port(@TempDir Path folder) throws Exception {
        LedgerPlace place = new LedgerPlace.File(folder.resolve("ledger.db"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackOptions options = StackOptions.onPort(taken.getLocalPort()).withLedger(place);
            assertThatThrownBy(() -> StackServer.start(Scenarios.roomy(), options))
                    .isInstanceOf(PortUnavailableException.class);
        }
        StackOptions next = StackOptions.onPort(0).withLedger(place);
        try (StackServer stack = StackServer.start(Scenarios.roomy(), next)) {
            assertThat(new Caller(stack).health().getBoolean("ready")).isTrue();
        }
    }

    @Test
    void it_listens_on_the_port_that_was_asked_for() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (StackServer stack = StackServer.start(Scenarios.roomy(), StackOptions.onPort(port))) {
            assertThat(stack.port()).isEqualTo(port);
            assertThat(new Caller(stack).health().getBoolean("ready")).isTrue();
        }
    }

    @Test
    void nobody_reaches_it_from_another_address() throws Exception {
        Optional<Inet4Address> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(Inet4Address.class::cast)
                .findAny();
        assumeTrue(other.isPresent(), "this machine has no other address");
        try (StackServer stack = start(Scenarios.roomy())) {
            assertThatThrownBy(() -> new Socket(other.get(), stack.port()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void after_it_is_closed_its_port_is_free() throws Exception {
        StackServer stack = start(Scenarios.roomy());
        int port = stack.port();
        stack.close();
        stack.close();

        try (StackServer next = StackServer.start(Scenarios.roomy(), StackOptions.onPort(port))) {
            assertThat(next.port()).isEqualTo(port);
        }
    }

    @Test
    void a_full_station_sheds_with_retry_after() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(stuck(Abandon.UNNOTICED, Overload.REJECT, 0))) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> held = caller.attemptLater(1, "sign-up", 0);
            Caller.await("the worker is busy", () -> caller.atFirstStation("busy") == 1);

            HttpResponse<byte[]> answer = caller.attempt(2, "sign-up");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.headers().firstValue("Tenggat-Retry-After-Ms")).contains("1500");
            assertThat(Caller.json(answer).getString("reason")).isEqualTo("overloaded");
            assertThat(held).isNotDone();
        }
    }

    @Test
    void a_full_silent_station_leaves_the_connection_open_and_says_nothing()
            throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(stuck(Abandon.UNNOTICED, Overload.SILENT, 0))) {
            Caller caller = new Caller(stack);
            caller.begin();
            CompletableFuture<HttpResponse<byte[]>> held = caller.attemptLater(1, "sign-up", 0);
            Caller.await("the worker is busy", () -> caller.atFirstStation("busy") == 1);

            CompletableFuture<HttpResponse<byte[]>> ignored = caller.attemptLater(2, "sign-up", 0);
            Caller.await("the second was shed", () -> caller.measured("rejected") == 1);

            assertThat(ignored).isNotDone();
            assertThat(held).isNotDone();
        }
    }

    @Test
    void a_client_that_leaves_a_noticing_station_leaves_its_queue() throws Exception {
        try (StackServer stack = start(stuck(Abandon.NOTICED, Overload.REJECT, 10))) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> held = caller.attemptLater(1, "sign-up", 0);
            Caller.await("the worker is busy", () -> caller.atFirstStation("busy") == 1);
            try (Socket client = post(stack, "/journey/2/sign-up")) {
                Caller.await("the second waits", () -> caller.atFirstStation("waiting") == 1);
                assertThat(client.isConnected()).isTrue();
            }

            Caller.await("nobody waits", () -> caller.atFirstStation("waiting") == 0);
            assertThat(held).isNotDone();
        }
    }

    @Test
    void work_for_a_client_that_left_unnoticed_is_done_and_counts_in_the_ledger() throws Exception {
        try (StackServer stack = start(only(station("portal", 1, 10, fixed(300))))) {
            Caller caller = new Caller(stack);
            caller.crowd(3, 1);
            caller.begin();
            CompletableFuture<HttpResponse<byte[]>> first = caller.attemptLater(1, "sign-up", 0);
            Caller.await("the worker is busy", () -> caller.atFirstStation("busy") == 1);
            post(stack, "/journey/2/pay").close();

            Caller.await("its work was wasted", () -> caller.measured("wasted") == 1);
            assertThat(first.join().statusCode()).isEqualTo(200);
            assertThat(caller.audit().getInteger("paid")).isEqualTo(2);
            assertThat(caller.measured("wasted_ns")).isGreaterThanOrEqualTo(300_000_000);
        }
    }

    @Test
    void an_answer_that_is_lost_leaves_its_effect() throws PortUnavailableException, LedgerException {
        Scenario scenario = Scenarios.of(
                List.of(station("portal", 1, 10, fixed(1))),
                List.of(),
                List.of(incident(new Effect.LosesAnswers(0, 1), 0, AN_HOUR_MS)));
        try (StackServer stack = start(scenario)) {
            Caller caller = new Caller(stack);
            caller.crowd(2, 1);
            CompletableFuture<HttpResponse<byte[]>> waitsInVain = caller.attemptLater(1, "pay", 0);

            Caller.await("it is paid", () -> caller.audit().getInteger("paid") == 2);
            assertThat(waitsInVain).isNotDone();
        }
    }

    @Test
    void a_station_that_is_down_is_a_bad_gateway() throws PortUnavailableException, LedgerException {
        Scenario scenario = Scenarios.of(
                List.of(station("portal", 1, 10, fixed(1))),
                List.of(),
                List.of(incident(new Effect.Down(0), 0, AN_HOUR_MS)));
        try (StackServer stack = start(scenario)) {
            HttpResponse<byte[]> answer = new Caller(stack).attempt(1, "sign-up");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(Caller.json(answer).getString("detail")).isEqualTo("the station is down");
        }
    }

    @Test
    void a_new_run_breaks_what_the_old_one_held() throws PortUnavailableException, LedgerException {
        try (StackServer stack = start(stuck(Abandon.UNNOTICED, Overload.REJECT, 10))) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> held = caller.attemptLater(1, "sign-up", 0);
            CompletableFuture<HttpResponse<byte[]>> waits = caller.attemptLater(2, "sign-up", 0);
            Caller.await("one waits", () -> caller.atFirstStation("waiting") == 1);

            caller.begin();

            assertThat(held.join().statusCode()).isEqualTo(502);
            assertThat(waits.join().statusCode()).isEqualTo(502);
            assertThat(caller.atFirstStation("busy")).isZero();
        }
    }

    static Socket post(StackServer stack, String path) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), stack.port());
        String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nTenggat-Attempt: 0\r\n"
                + "Idempotency-Key: 2-pay\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
