package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.ThirdParty;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

class LivePageTest {

    /** What a page may fetch, link or be drawn from. */
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|action)=\"([^\"]*)\"|url\\(([^)]*)\\)");

    private static final Pattern READ = Pattern.compile("\\b(?:view|m|s|p|view\\.ledger)\\.([a-z][A-Za-z]+)\\b(?!\\()");

    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{6})");

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
    void it_names_no_other_host() throws PortUnavailableException, LedgerException {
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
    void both_paths_are_the_page() throws PortUnavailableException, LedgerException {
        try (StackServer stack = StackServer.start(stuck(), StackOptions.onPort(0))) {
            Caller caller = new Caller(stack);
            assertThat(Caller.text(caller.get("/live"))).isEqualTo(page(caller));
        }
    }

    @Test
    void its_figures_are_the_stations() throws PortUnavailableException, LedgerException {
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
            assertThat(view.getJsonObject("ledger").getMap()).containsOnlyKeys("commits", "entries");
            assertThat(held).isNotDone();
            assertThat(waits).isNotDone();
        }
    }

    /** WCAG 2.2, 1.4.3: at least 4.5 to 1, on the page and on its tables, in the light and in the dark. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void its_texts_can_be_told_from_what_is_behind_them(int scheme) throws PortUnavailableException, LedgerException {
        try (StackServer stack = StackServer.start(stuck(), StackOptions.onPort(0))) {
            String[] schemes = page(new Caller(stack)).split(":root", -1);
            Map<String, Double> luminances = COLOUR.matcher(schemes[1 + scheme])
                    .results()
                    .collect(
                            Collectors.toMap(found -> found.group(1), found -> luminance(found.group(2)), (a, b) -> a));

            for (String text : List.of("text", "quiet", "hot", "fine")) {
                for (String behind : List.of("page", "card")) {
                    double one = Objects.requireNonNull(luminances.get(text));
                    double other = Objects.requireNonNull(luminances.get(behind));
                    assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
                            .as(text + " on " + behind)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    /** Relative luminance of an sRGB colour, as WCAG 2.2 defines it. */
    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    /** A name that the page's script reads and the stack does not write would show as "undefined". */
    @Test
    void what_the_page_reads_is_what_the_stack_writes() throws PortUnavailableException, LedgerException {
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
