package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class StackCommandTest {

    @TempDir
    private Path folder;

    @Test
    void theAccessLogHoldsEveryRequestWhenTheStackIsInterrupted() throws IOException, InterruptedException {
        Path log = folder.resolve("access.jsonl");
        try (Launched stack = Launched.command(
                folder, "stack", Repository.scenario("smoke.yaml"), "--port", "0", "--access-log", log.toString())) {
            String origin = stack.awaitOrigin();
            HttpClient client = HttpClient.newHttpClient();
            for (int i = 0; i < 50; i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/health/live?" + i))
                        .build();
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
            stack.interrupt();
            stack.await();
        }
        assertThat(Files.readAllLines(log)).hasSize(50).allSatisfy(line -> assertThat(line)
                .contains("\"method\":\"GET\",\"path\":\"/health/live\",\"status\":200,"));
    }

    @Test
    void anErrorIsToldThoughTheAccessLogGoesToStandardError() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Launched stack = launched(
                        "--port", Integer.toString(taken.getLocalPort()), "--ledger", "memory", "--access-log", "-")) {
            assertThat(stack.await()).isNotZero();
            assertThat(stack.said()).contains("port " + taken.getLocalPort() + " on 127.0.0.1 is in use");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLedgerIsClosedWhenTheStackIsInterruptedOrTerminated(boolean politely)
            throws IOException, InterruptedException {
        Path ledger = folder.resolve("ledger.db");
        Path ahead = folder.resolve("ledger.db-wal");
        try (Launched stack = launched("--port", "0", "--ledger", ledger.toString())) {
            var unused = stack.awaitOrigin();
            stack.awaitThat(() -> Files.exists(ahead));
            if (politely) {
                stack.terminate();
            } else {
                stack.interrupt();
            }
            stack.await();
            assertThat(stack.said()).doesNotContain("Exception");
        }
        assertThat(ledger).isNotEmptyFile();
        assertThat(ahead).as("all that was written is in the ledger").doesNotExist();
    }

    @Test
    void linesThatTheAccessLogLosesAreToldAtTheEnd() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no disk is full here");
        try (Launched stack = launched("--port", "0", "--ledger", "memory", "--access-log", "/dev/full")) {
            String origin = stack.awaitOrigin();
            HttpClient client = HttpClient.newHttpClient();
            for (int i = 0; i < 3; i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/health/live"))
                        .build();
                assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
            stack.interrupt();
            stack.await();
            assertThat(stack.said()).contains("the access log lost 3 lines");
        }
    }

    private Launched launched(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("stack", Repository.scenario("smoke.yaml")));
        words.addAll(List.of(options));
        return Launched.command(folder, words.toArray(String[]::new));
    }
}
