package id.tenggat.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.read.ScenarioReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** A target that turns out to be another one while it is hit, as people see it. */
class TargetCommandTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");

    @TempDir
    private Path folder = Path.of("");

    private final Scenario scenario = ScenarioReader.read(Path.of(SMOKE)).scenario();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private final HttpServer stack;
    private final HttpServer other;

    TargetCommandTest() throws IOException {
        stack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        stack.setExecutor(threads);
        stack.createContext("/", this::answer);
        stack.start();
        other.createContext("/", exchange -> {
            elsewhere.incrementAndGet();
            exchange.close();
        });
        other.start();
    }

    @AfterEach
    void stop() {
        stack.stop(0);
        other.stop(0);
        threads.shutdownNow();
    }

    /** A stack, but whoever wants to sign up is sent elsewhere. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        byte[] body = answerTo(path).getBytes(StandardCharsets.UTF_8);
        boolean isLoad = path.startsWith("/journey/");
        if (isLoad) {
            exchange.getResponseHeaders().set("Location", elsewhere());
        }
        exchange.sendResponseHeaders(isLoad ? 307 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String elsewhere() {
        return "http://127.0.0.1:" + other.getAddress().getPort() + "/sign-up";
    }

    private String answerTo(String path) {
        return switch (path) {
            case "/health" ->
                "{\"scenario\":\"%s\",\"seed\":%d,\"slice\":\"%s\",\"stampsSignedBy\":\"a test\",\"thirdPartiesBy\":\"wiremock\","
                                .formatted(scenario.name(), scenario.seed(), scenario.slice())
                        + "\"faults\":0,\"bodiesRefused\":0,\"modelLateCount\":0,\"modelLateNs\":0}";
            case "/admin/stations" ->
                "interval,station,entered,rejected,served,wasted,failed,queue_max,queue_ns,busy_ns,wasted_ns,capacity_ns\n";
            case "/admin/audit" -> """
                    {"paid":0,"issued":0,"refundable":0,"duplicated":0,"submitted":0,
                    "paidWithoutQuota":0,"quotaLost":0,"unsigned":0,"submittedWithoutStamps":0}""";
            case "/admin/receipts" -> "step,number,applicant\n";
            default -> "{}";
        };
    }

    @Test
    void loadThatIsRedirectedElsewhereEndsTheRunWithStatusTwo() throws Exception {
        String target = "http://127.0.0.1:" + stack.getAddress().getPort();
        try (Launched command = Launched.command(
                folder,
                "replay",
                SMOKE,
                "--slice",
                "whole",
                "--warm-up",
                "0s",
                "--target",
                target,
                "--out",
                folder.resolve("run").toString())) {
            int status = command.await();
            assertThat(command.said())
                    .contains(target + " redirects load to " + elsewhere() + ": that is not whom it may hit")
                    .contains("INVALID")
                    .doesNotContain("\tat ");
            assertThat(status).isEqualTo(2);
        }
        assertThat(elsewhere).hasValue(0);
        Recording kept = Recording.read(folder.resolve("run").resolve("replayed"));
        assertThat(kept.provenance().status()).isEqualTo(RunStatus.INTERRUPTED);
    }

    /** Every option of every command, for whoever looks for the one that would allow it. */
    @Test
    void noOptionIsAboutLeavingAgreementOut() {
        List<String> options = new ArrayList<>();
        collect(Main.commandLine(), options);
        assertThat(options)
                .hasSizeGreaterThan(30)
                .contains("--target")
                .noneMatch(name ->
                        name.matches(".*(force|insecure|unsafe|trust-|allow|skip|ignore|without|no-|authori[sz]e).*"));
    }

    private static void collect(CommandLine command, List<String> options) {
        command.getCommandSpec().options().forEach(option -> options.addAll(List.of(option.names())));
        command.getSubcommands().values().forEach(part -> collect(part, options));
    }
}
