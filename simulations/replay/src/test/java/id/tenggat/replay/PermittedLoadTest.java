package id.tenggat.replay;

import id.tenggat.target.Permission;
import id.tenggat.target.Site;
import id.tenggat.target.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Gatling sends what is permitted, to the address that agreed, and nothing else. 127.0.0.2 plays a target elsewhere. */
class PermittedLoadTest {

    private final World world = new World().with("staging.example", "127.0.0.2");
    private final Site site;
    private final List<Exchange> heard = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path results = Path.of("");

    PermittedLoadTest() throws IOException {
        site = Site.at("127.0.0.2").agrees(20);
    }

    @AfterEach
    void stop() {
        site.close();
        List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts", "socksProxyHost", "socksProxyPort")
                .forEach(System::clearProperty);
    }

    private Permission permission() {
        return Permission.ask(world.to("http://staging.example:" + site.port()), World.SCENARIO);
    }

    private void play(Permission permission, int users, String url) {
        new GatlingEngine()
                .play(new GatlingRun(
                        "permitted",
                        () -> new PlannedSimulation(
                                new PlannedArrivals(new long[users]),
                                (index, dueNs) ->
                                        new ScriptedUser(List.of(ScriptedUser.call(url)), dueNs, 0, heard::add),
                                Duration.ofSeconds(30),
                                permission),
                        results,
                        Charts.NONE));
    }

    private String url() {
        return "http://staging.example:" + site.port() + "/load";
    }

    private List<String> load() {
        return site.heard().stream().filter(line -> line.contains(" /load ")).toList();
    }

    /** The name is known to nobody but the test: whoever looked it up would find nothing. */
    @Test
    void loadGoesByNameToTheAddressThatAgreed() {
        play(permission(), 3, url());
        assertThat(load()).hasSize(3).allMatch(line -> line.endsWith(" staging.example:" + site.port()));
        assertThat(world.asked()).containsExactly("staging.example");
    }

    @Test
    void aRequestTooManyIsNotSent() {
        Permission permission = permission();
        play(permission, 60, url());
        assertThat(load()).hasSize(20);
        assertThat(permission.withdrawal().join()).hasMessageContaining("allows 20 requests a second, and one more");
        assertThat(heard.stream().filter(exchange -> exchange.reply() instanceof Answer))
                .hasSize(20);
    }

    @Test
    void nothingIsSentToAnybodyElse() throws IOException {
        try (Site other = Site.at("127.0.0.3")) {
            Permission permission = permission();
            play(permission, 1, "http://127.0.0.3:" + other.port() + "/load");
            assertThat(other.heard()).isEmpty();
            assertThat(permission.withdrawal().join()).hasMessageContaining("a request was to go to http://127.0.0.3:");
        }
    }

    @Test
    void nothingIsSentOnceItHasExpired() {
        Permission permission = permission();
        world.passes(Duration.ofHours(1));
        play(permission, 1, url());
        assertThat(load()).isEmpty();
        assertThat(permission.withdrawal().join()).hasMessageContaining("expired at ");
    }

    @Test
    void loadThatIsRedirectedElsewhereEndsItAndNobodyFollows() throws IOException {
        try (Site other = Site.at("127.0.0.3").agrees(500)) {
            site.answersLoad(exchange -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.3:" + other.port() + "/load");
                Site.send(exchange, 307, "");
            });
            Permission permission = permission();
            play(permission, 1, url());
            assertThat(other.heard()).isEmpty();
            assertThat(permission.withdrawal().join())
                    .hasMessageContaining("redirects load to http://127.0.0.3:" + other.port() + "/load");
        }
    }

    @ParameterizedTest
    @CsvSource({"http.proxyHost, http.proxyPort", "socksProxyHost, socksProxyPort"})
    void noProxyThatThisJvmIsSetToSeesIt(String host, String port) throws IOException {
        try (ServerSocket proxy = new ServerSocket(0)) {
            System.setProperty(host, "127.0.0.1");
            System.setProperty(port, Integer.toString(proxy.getLocalPort()));
            System.setProperty("http.nonProxyHosts", "");
            play(permission(), 2, url());
            assertThat(load()).hasSize(2);
            proxy.setSoTimeout(1);
            assertThatThrownBy(proxy::accept).as("nobody came").isInstanceOf(IOException.class);
        }
    }
}
