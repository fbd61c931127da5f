package id.tenggat.target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may be hit, asked before the first request of load. Nothing here leaves this machine: see {@link World}. */
class PermissionTest {

    private static final String WELL_KNOWN = "/.well-known/tenggat-authorization";

    private final World world = new World();
    private final Site site;
    private final CountDownLatch over = new CountDownLatch(1);

    PermissionTest() throws IOException {
        site = Site.at("127.0.0.2");
        world.with("staging.example", "127.0.0.2");
    }

    @AfterEach
    void stop() {
        over.countDown();
        site.close();
    }

    private String staging() {
        return "http://staging.example:" + site.port();
    }

    private void refused(String reason) {
        assertThatThrownBy(() -> world.ask(staging()))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith(staging() + WELL_KNOWN)
                .hasMessageContaining(reason);
    }

    @Test
    void loopbackNeedsNoToken() {
        world.with("localhost", "127.0.0.1", "::1");
        for (String origin : List.of("http://127.0.0.1:9", "https://[::1]:9", "http://localhost:9")) {
            Permission permission = world.ask(origin);
            assertThat(permission.authorisation()).isEmpty();
            permission.requireRoomFor(() -> {
                throw new AssertionError("nothing limits it");
            });
        }
    }

    @Test
    void aTargetThatServesATokenMayBeHit() {
        site.agrees(500);
        Permission permission = world.ask(staging());
        assertThat(permission.authorisation().orElseThrow().maxRequestsPerSecond())
                .isEqualTo(500);
        assertThat(permission.addresses()).isEqualTo(Map.of("staging.example", List.of("127.0.0.2")));
        assertThat(permission.pinnedOrigin()).isEqualTo(URI.create("http://127.0.0.2:" + site.port()));
        assertThat(site.heard())
                .as("one question, by its name")
                .containsExactly("GET " + WELL_KNOWN + " staging.example:" + site.port());
        assertThat(world.asked()).as("looked up once").containsExactly("staging.example");
    }

    @Test
    void anAddressMustAgreeAsANameMust() {
        assertThatThrownBy(() -> world.ask("http://127.0.0.2:" + site.port()))
                .hasMessageContaining("answered 404, so nobody there has agreed to be hit");
        site.agrees(1);
        assertThat(world.ask("http://127.0.0.2:" + site.port()).addresses()).isEmpty();
    }

    @Test
    void aTargetThatServesNoneIsRefusedWithTheWayOut() {
        refused(
                "answered 404, so nobody there has agreed to be hit; whoever runs it agrees by serving there what \"tenggat"
                        + " authorization SCENARIO --max-rate N --expires INSTANT\" prints");
    }

    @Test
    void aTokenForAnotherScenarioIsRefused() {
        site.serves(new Authorisation("00".repeat(32), 5, World.NOW.plusSeconds(1)).json());
        refused("authorises another scenario, sha256:" + "00".repeat(32) + ", but this is sha256:" + World.SCENARIO);
    }

    @Test
    void aTokenIsGoodUntilItExpires() {
        site.serves(new Authorisation(World.SCENARIO, 5, World.NOW.plusSeconds(1)).json());
        assertThat(world.ask(staging()).authorisation()).isPresent();
        world.passes(Duration.ofSeconds(1));
        refused("expired at 2026-11-28T12:00:01Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html>Welcome</html>        | is no token: it is not JSON",
                "''                          | is no token: it is not a JSON object",
                "{\"tenggat-authorization\":2} | is no token: \"tenggat-authorization\" must be 1",
            })
    void whatIsNoTokenIsRefused(String document, String reason) {
        site.serves(document);
        refused(reason);
    }

    @Test
    void aHugeDocumentIsNotReadToItsEnd() {
        site.serves(" ".repeat(5_000) + "{}");
        refused("is longer than 4096 bytes, so it is no token");
    }

    @Test
    void anEndlessDocumentIsNotReadToItsEnd() {
        site.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (over.getCount() > 0) {
                exchange.getResponseBody().write(new byte[1_000]);
            }
        });
        refused("is longer than 4096 bytes, so it is no token");
    }

    @Test
    void aSlowDocumentIsNotWaitedFor() {
        site.answers(exchange -> {
            exchange.sendResponseHeaders(200, 300);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitEnd();
        });
        Approach impatient = Approach.to(Target.parse(staging()), world.network(Duration.ofMillis(100)));
        assertThatThrownBy(() -> Permission.ask(impatient, World.SCENARIO))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("does not answer within 100 ms, so nobody there has agreed to be hit");
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) throws IOException {
        try (Site other = Site.at("127.0.0.3").agrees(500)) {
            for (String location : List.of(
                    "http://127.0.0.3:" + other.port() + WELL_KNOWN,
                    "//127.0.0.3:" + other.port() + WELL_KNOWN,
                    "https://staging.example/",
                    "/elsewhere",
                    "elsewhere")) {
                site.redirects(status, location);
                refused("answered " + status + ", on to " + location + ": no redirect is followed");
            }
            assertThat(other.heard()).isEmpty();
        }
        assertThat(site.heard()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 400, 401, 403, 410})
    void onlyStatus200IsAYes(int status) {
        site.answers(status);
        refused("answered " + status + ", so nobody there has agreed");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whoIsOverloadedHasNotAgreed(int status) {
        site.answers(status);
        refused("answered " + status + ", so nobody there has agreed");
    }

    @Test
    void aTargetThatDoesNotAnswerIsRefused() {
        site.close();
        refused("does not answer (");
    }

    @Test
    void whatIsNotHttpIsRefused() {
        site.answers(exchange -> exchange.close());
        refused("does not answer (");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> world.ask("https://nowhere.example"))
                .hasMessage(
                        "https://nowhere.example: unknown host nowhere.example; check its spelling, and this machine's DNS");
    }

    @Test
    void aNameThatIsPartlyLoopbackIsRefused() {
        site.agrees(500);
        world.with("staging.example", "127.0.0.2", "127.0.0.1");
        assertThatThrownBy(() -> world.ask(staging()))
                .hasMessageContaining(
                        "is partly this machine and partly another: its name leads to 127.0.0.2, 127.0.0.1");
        assertThat(site.heard()).isEmpty();
    }

    @Test
    void aNameThatIsPartlyForbiddenIsRefused() {
        site.agrees(500);
        world.with("staging.example", "127.0.0.2", "169.254.169.254");
        assertThatThrownBy(() -> world.ask(staging()))
                .hasMessageContaining("leads to 169.254.169.254, which is link-local");
        assertThat(site.heard()).isEmpty();
    }

    /** Whoever owns a name could add a stranger's address to it. */
    @Test
    void everyAddressOfANameMustAgree() throws IOException {
        world.with("staging.example", "127.0.0.2", "127.0.0.3");
        site.agrees(500);
        try (Site stranger = Site.at("127.0.0.3", site)) {
            refused("at 127.0.0.3 answered 404");
            stranger.agrees(300);
            Permission permission = world.ask(staging());
            assertThat(permission.authorisation().orElseThrow().maxRequestsPerSecond())
                    .as("the least of both")
                    .isEqualTo(300);
            assertThat(permission.addresses().get("staging.example")).containsExactly("127.0.0.2", "127.0.0.3");
        }
    }

    @Test
    void anAddressThatCantBeReachedIsNotHit() {
        world.with("staging.example", "127.0.0.3", "127.0.0.2");
        site.agrees(500);
        assertThat(world.ask(staging()).addresses()).isEqualTo(Map.of("staging.example", List.of("127.0.0.2")));
    }

    @Test
    void aRunThatPlansMoreThanItMayIsRefusedWithBothFigures() {
        site.agrees(500);
        Permission permission = world.ask(staging());
        permission.requireRoomFor(() -> new PlannedLoad(500, Duration.ofHours(1)));
        assertThatThrownBy(() -> permission.requireRoomFor(() -> new PlannedLoad(1_240, Duration.ZERO)))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining(
                        "allows 500 requests a second, but this run plans 1240 within one, first attempts alone")
                .hasMessageContaining("--slice \"fraction 40%\"");
    }

    @Test
    void aRunThatIsPlannedBeyondTheExpiryIsRefused() {
        site.agrees(500);
        Permission permission = world.ask(staging());
        assertThatThrownBy(() -> permission.requireRoomFor(
                        () -> new PlannedLoad(1, Duration.ofHours(1).plusMillis(1))))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining(
                        "allows load until 2026-11-28T13:00:00Z, but this run is planned until 2026-11-28T13:00:00.001Z");
    }
}
