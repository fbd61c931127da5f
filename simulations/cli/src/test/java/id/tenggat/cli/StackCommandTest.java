package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

class StackCommandTest {

    private static final Pattern LISTENING = Pattern.compile("listening on (http://127\\.0\\.0\\.1:[0-9]+)");

    @TempDir
    private Path folder;

    @Test
    void theAccessLogHoldsEveryRequestWhenTheStackIsInterrupted() throws IOException, InterruptedException {
        Path log = folder.resolve("access.jsonl");
        try (Launched stack = Launched.command(
                folder, "stack", Repository.scenario("smoke.yaml"), "--port", "0", "--access-log", log.toString())) {
            stack.awaitThat(() -> LISTENING.matcher(said(stack)).find());
            HttpClient client = HttpClient.newHttpClient();
            for (int i = 0; i < 50; i++) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(address(stack) + "/health/live?" + i))
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

    private static String address(Launched stack) {
        Matcher listening = LISTENING.matcher(said(stack));
        assertThat(listening.find()).isTrue();
        return listening.group(1);
    }

    private static String said(Launched stack) {
        try {
            return stack.said();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
