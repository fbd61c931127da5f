package id.tenggat.stack;

import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.ThirdParty;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

class LivePageTest {

    /** What a page may fetch, link or be drawn from. */
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|action)=\"([^\"]*)\"|url\\(([^)]*)\\)");

    private static final Pattern READ = Pattern.compile("\\b(?:view|m|s|p|view\\.ledger)\\.([a-z][A-Za-z]+)\\b(?!\\()");

    private static Scenario stuck() {
        return Scenarios.of(
                List.of(station("portal", 1, 5, fixed(3_600_000))),
                List.of(new ThirdParty("bank", fixed(1), 0)),
                List.of());
    }

    private static String page(Caller caller) {
        HttpResponse<byte[]> answer = caller.get("/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        return Caller.text(answer);
    }

    @Test
    void it_names_no_other_host() throws PortUnavailableException {
        try (StackServer stack = StackServer.start(stuck(), StackOptions.onPort(0))) {
            String page = page(new Caller(stack));

            assertThat(REFERENCE.matcher(page).results().map(LivePageTest::reference))
                    .containsExactlyInAnyOrder("data:,", "/live.json", "/metrics");
            assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("//localhost", "http:", "https:");
        }
    }

    private static String reference(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    @Test
    void both_paths_are_the_page() throws PortUnavailableException {
        try (StackServer stack = StackServer.start(stuck(), StackOptions.onPort(0))) {
            Caller caller = new Caller(stack);
            assertThat(Caller.text(caller.get("/live"))).isEqualTo(page(caller));
        }
    }

    @Test
    void its_figures_are_the_stations() throws PortUnavailableException {
        try (StackServer stack = StackServer.start(stuck(), StackOptions.onPort(0))) {
            Caller caller = new Caller(stack);
            CompletableFuture<HttpResponse<byte[]>> held = caller.attemptLater(1, "sign-up", 0);
            Caller.await("the worker is busy", () -> caller.atFirstStation("busy") == 1);
            CompletableFuture<HttpResponse<byte[]>> waits = caller.attemptLater(2, "sign-up", 0);
            Caller.await("one waits", () -> caller.atFirstStation("waiting") == 1);

            HttpResponse<byte[]> answer = caller.get("/live.json");

            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            JsonObject view = Caller.json(answer);
            assertThat(view.getBoolean("open")).isTrue();
            assertThat(view.getJsonArray("stations").getJsonObject(0).getMap())
                    .containsEntry("name", "portal")
                    .containsEntry("queue", 1)
                    .containsEntry("queueLimit", 5)
                    .containsEntry("busy", 1)
                    .containsEntry("workers", 1)
                    .containsEntry("down", false)
                    .containsEntry("entered", 2)
                    .containsEntry("served", 0)
                    .containsEntry("wastedSeconds", 0.0);
            assertThat(view.getJsonArray("thirdParties").getJsonObject(0).getMap())
                    .isEqualTo(Map.of("name", "bank", "well", 0, "failed", 0));
            assertThat(view.containsKey("ledger")).isFalse();
            assertThat(held).isNotDone();
            assertThat(waits).isNotDone();
        }
    }

    /** A name that the page's script reads and the stack does not write would show as "undefined". */
    @Test
    void what_the_page_reads_is_what_the_stack_writes() throws PortUnavailableException {
        try (StackServer stack = StackServer.start(stuck(), StackOptions.onPort(0))) {
            Caller caller = new Caller(stack);
            String written = Caller.text(caller.get("/live.json"))
                    + "\"pools\":[{\"connections\":1}],\"ledger\":{\"commits\":1,\"entries\":1}";

            List<String> read = READ.matcher(page(caller))
                    .results()
                    .map(match -> match.group(1))
                    .distinct()
                    .toList();

            assertThat(read).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(written)
                    .contains("\"" + name + "\""));
        }
    }
}
