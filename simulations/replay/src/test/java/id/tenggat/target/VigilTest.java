package id.tenggat.target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What ends a permission while a run goes on. */
class VigilTest {

    private final World world = new World();
    private final Site site;
    private final Permission permission;
    private final Vigil vigil;

    VigilTest() throws IOException {
        site = Site.at("127.0.0.2").agrees(2);
        world.with("staging.example", "127.0.0.2");
        permission = world.ask("http://staging.example:" + site.port());
        vigil = new Vigil(permission, world);
    }

    @AfterEach
    void stop() {
        vigil.close();
        site.close();
    }

    private void send(long nowNs) {
        permission.admit("http", "staging.example", site.port(), nowNs);
    }

    private void stands() {
        vigil.look();
        assertThat(permission.withdrawal()).isNotDone();
        send(System.nanoTime() + world.instant().getEpochSecond() * 1_000_000_000L);
    }

    private void ends(String reason) {
        vigil.look();
        isWithdrawn(reason);
    }

    private void isWithdrawn(String reason) {
        assertThat(permission.withdrawal()).isCompleted();
        assertThat(permission.withdrawal().join()).hasMessageContaining(reason);
        assertThatThrownBy(() -> send(0)).isSameAs(permission.withdrawal().join());
    }

    @Test
    void whatStaysAsItWasStands() {
        stands();
        stands();
        assertThat(site.heard()).hasSize(3);
    }

    @Test
    void aNameThatLeadsElsewhereEndsIt() throws IOException {
        stands();
        try (Site other = Site.at("127.0.0.3", site).agrees(1_000)) {
            world.with("staging.example", "127.0.0.3");
            ends(
                    "has changed its addresses: staging.example leads to 127.0.0.3, but led to 127.0.0.2 when the run began");
            assertThat(other.heard()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.169.254", "::1", "10.1.2.3"})
    void aNameThatIsReboundEndsIt(String address) {
        world.with("staging.example", "127.0.0.2", address);
        ends("has changed its addresses");
    }

    @Test
    void aLoopbackNameIsWatchedToo() {
        world.with("localhost", "127.0.0.1");
        Permission local = world.ask("http://localhost:9");
        world.with("localhost", "127.0.0.2");
        try (Vigil watch = new Vigil(local, world)) {
            watch.look();
        }
        assertThat(local.withdrawal().join()).hasMessageContaining("localhost leads to 127.0.0.2");
    }

    @Test
    void fewerAddressesAreNoStrangers() throws IOException {
        world.with("staging.example", "127.0.0.2", "127.0.0.3");
        try (Site twin = Site.at("127.0.0.3", site).agrees(2)) {
            Permission both = world.ask("http://staging.example:" + site.port());
            world.with("staging.example", "127.0.0.3");
            try (Vigil watch = new Vigil(both, world)) {
                watch.look();
            }
            assertThat(both.withdrawal()).isNotDone();
            assertThat(twin.heard()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"404, answered 404", "403, answered 403", "301, answered 301"})
    void aTokenThatIsTakenAwayEndsIt(int status, String reason) {
        site.answers(status);
        ends(reason);
    }

    @Test
    void aTokenThatAllowsLessEndsIt() {
        site.agrees(1);
        ends("allows less than when the run began: 1 requests a second until");
    }

    @Test
    void aTokenThatExpiresEarlierEndsIt() {
        site.serves(new Authorisation(World.SCENARIO, 2, World.NOW.plus(Duration.ofMinutes(59))).json());
        ends("allows less than when the run began");
    }

    @Test
    void aTokenThatAllowsMoreStandsAsItWas() {
        site.agrees(1_000);
        stands();
        assertThat(permission.authorisation().orElseThrow().maxRequestsPerSecond())
                .isEqualTo(2);
    }

    @Test
    void atItsExpiryNothingIsSentAnyMore() {
        world.passes(Duration.ofHours(1).minusMillis(1));
        send(0);
        world.passes(Duration.ofMillis(1));
        assertThatThrownBy(() -> send(1))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("expired at 2026-11-28T13:00:00Z while the run went on");
    }

    @Test
    void anExpiryIsSeenThoughNothingIsSent() {
        world.passes(Duration.ofHours(1));
        ends("expired at 2026-11-28T13:00:00Z while the run went on");
    }

    @Test
    void aRequestTooManyIsNotSentAndIsTheLast() {
        send(0);
        send(1);
        assertThatThrownBy(() -> send(2))
                .hasMessageContaining("allows 2 requests a second, and one more was about to be sent");
        assertThatThrownBy(() -> send(5_000_000_000L))
                .isSameAs(permission.withdrawal().join());
    }

    @ParameterizedTest
    @CsvSource({
        "https, staging.example, 0",
        "http, other.example, 0",
        "http, 127.0.0.2, 0",
        "http, STAGING.example, 0",
        "http, staging.example, 1",
    })
    void aRequestToAnybodyElseIsNotSent(String scheme, String host, int further) {
        assertThatThrownBy(() -> permission.admit(scheme, host, site.port() + further, 0))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining(
                        "a request was to go to " + scheme + "://" + host + ":" + (site.port() + further));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://other.example/",
                "//other.example/x",
                "https://staging.example/",
                "http://staging.example/",
                "http://127.0.0.2/",
                "http://user@other.example"
            })
    void loadThatIsRedirectedToAnybodyElseEndsIt(String location) {
        permission.redirected(location);
        isWithdrawn(" redirects load to ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/next", "next", "?page=2", "#top", "", "com.example.app://callback?code=1", "http:// odd"})
    void whatLeadsToNobodyElseDoesNot(String location) {
        permission.redirected(location);
        permission.redirected("http://staging.example:" + site.port() + "/x");
        stands();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whoIsOverloadedIsAskedAgainForAMinute(int status) {
        site.answers(status);
        world.passes(Duration.ofMinutes(1));
        stands();
        world.passes(Duration.ofMillis(1));
        ends("answered " + status + ", for more than 60 s: a target that can't be asked can't withdraw");
    }

    @Test
    void whoAnswersInBetweenIsGivenAnotherMinute() {
        world.passes(Duration.ofSeconds(50));
        stands();
        site.answers(503);
        world.passes(Duration.ofSeconds(50));
        stands();
    }

    @Test
    void aNameThatNobodyKnowsAnyMoreIsASilence() {
        world.with("staging.example");
        stands();
        world.passes(Duration.ofSeconds(61));
        ends("nobody knows the host staging.example any more, for more than 60 s");
    }
}
