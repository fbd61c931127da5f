package id.tenggat.target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** By which way a token is asked for: TLS, proxies that are named, and proxies that this JVM is set to. */
class WayTest {

    private final World world = new World().with("staging.example", "127.0.0.2");

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void forget() {
        List.of(
                        "http.proxyHost",
                        "http.proxyPort",
                        "https.proxyHost",
                        "https.proxyPort",
                        "http.nonProxyHosts",
                        "socksProxyHost",
                        "socksProxyPort",
                        "java.net.useSystemProxies")
                .forEach(System::clearProperty);
    }

    private Permission ask(Approach approach) {
        return Permission.ask(approach, World.SCENARIO);
    }

    @Test
    void aCertificateOfThatNameIsNeeded() throws Exception {
        Certified certified = Certified.of("dns:staging.example", folder);
        try (Site site = Site.secure("127.0.0.2", certified.serving()).agrees(500)) {
            Approach approach = world.to("https://staging.example:" + site.port());
            assertThat(ask(approach.trusting(certified.trusting())).authorisation())
                    .isPresent();
            assertThatThrownBy(() -> ask(approach))
                    .as("nobody trusts it by default")
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("can't be trusted: ")
                    .hasMessageContaining("its certificate must be of that name");
            assertThat(site.heard()).hasSize(1);
            world.with("other.example", "127.0.0.2");
            assertThatThrownBy(() ->
                            ask(world.to("https://other.example:" + site.port()).trusting(certified.trusting())))
                    .as("it is another's")
                    .hasMessageContaining("can't be trusted: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"http.proxyHost, http.proxyPort", "https.proxyHost, https.proxyPort", "socksProxyHost, socksProxyPort"})
    void noProxyThatThisJvmIsSetToIsAsked(String host, String port) throws Exception {
        try (Site site = Site.at("127.0.0.2").agrees(500);
                ServerSocket proxy = new ServerSocket(0)) {
            System.setProperty(host, "127.0.0.1");
            System.setProperty(port, Integer.toString(proxy.getLocalPort()));
            System.setProperty("http.nonProxyHosts", "");
            System.setProperty("java.net.useSystemProxies", "true");
            assertThat(world.ask("http://staging.example:" + site.port()).authorisation())
                    .isPresent();
            proxy.setSoTimeout(1);
            assertThatThrownBy(proxy::accept).as("nobody came").isInstanceOf(IOException.class);
        }
    }

    @Test
    void aProxyOnLoopbackIsAskedForTheTargetsToken() throws Exception {
        try (Relay relay = Relay.at("127.0.0.1", World.address("127.0.0.2"));
                Site site = Site.at("127.0.0.2").agrees(500)) {
            Permission permission =
                    ask(world.to("http://unknown.example:" + site.port()).through(relay.target()));
            assertThat(permission.authorisation()).isPresent();
            assertThat(permission.addresses()).isEmpty();
            assertThat(site.heard()).hasSize(1).allMatch(line -> line.endsWith(" unknown.example:" + site.port()));
            assertThat(world.asked()).as("the proxy looks the target up").doesNotContain("unknown.example");
        }
    }

    @Test
    void encryptionGoesThroughAProxy() throws Exception {
        Certified certified = Certified.of("dns:staging.example", folder);
        try (Relay relay = Relay.at("127.0.0.1", World.address("127.0.0.2"));
                Site site = Site.secure("127.0.0.2", certified.serving()).agrees(500)) {
            Approach approach = world.to("https://staging.example:" + site.port())
                    .through(relay.target())
                    .trusting(certified.trusting());
            assertThat(ask(approach).authorisation()).isPresent();
            assertThat(relay.heard()).containsExactly("CONNECT staging.example:" + site.port());
        }
    }

    /** What is loopback here may be anything to the proxy. */
    @ParameterizedTest
    @CsvSource({"localhost", "127.0.0.1", "[::1]"})
    void behindAProxyNothingIsLoopback(String host) throws Exception {
        try (Relay relay = Relay.at("127.0.0.1", World.address("127.0.0.2"));
                Site site = Site.at("127.0.0.2")) {
            world.with("localhost", "127.0.0.1");
            Approach approach = world.to("http://" + host + ":" + site.port()).through(relay.target());
            assertThatThrownBy(() -> ask(approach))
                    .isInstanceOf(TargetException.class)
                    .hasMessageContaining("(the proxy) answered 404, so nobody there has agreed to be hit");
            assertThatThrownBy(() -> Permission.onLoopback(approach)).isInstanceOf(TargetException.class);
        }
    }

    @Test
    void behindAProxyCloudCredentialsAreForbiddenToo() {
        Approach approach = world.to("http://169.254.169.254").through(Target.parse("http://127.0.0.1:9"));
        assertThatThrownBy(() -> ask(approach)).hasMessageContaining("is link-local");
    }

    @Test
    void aProxyElsewhereMustAgreeItself() throws Exception {
        world.with("proxy.example", "127.0.0.3");
        try (Relay relay = Relay.at("127.0.0.3", World.address("127.0.0.2"));
                Site site = Site.at("127.0.0.2").agrees(500)) {
            Target proxy = Target.parse("http://proxy.example:" + relay.target().port());
            Approach approach =
                    world.to("http://staging.example:" + site.port()).through(proxy);
            assertThatThrownBy(() -> ask(approach))
                    .isInstanceOf(TargetException.class)
                    .hasMessageStartingWith(proxy + "/.well-known/tenggat-authorization at 127.0.0.3 answered 404");
            assertThat(site.heard()).isEmpty();
            relay.agrees(70);
            Permission permission = ask(approach);
            assertThat(permission.authorisation().orElseThrow().maxRequestsPerSecond())
                    .as("the least of both")
                    .isEqualTo(70);
            assertThat(permission.addresses()).isEqualTo(Map.of("proxy.example", List.of("127.0.0.3")));
        }
    }

    @Test
    void aProxyIsSpokenToByHttp() {
        assertThatThrownBy(() -> world.to("http://127.0.0.1").through(Target.parse("https://proxy.example")))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("a proxy is spoken to by http");
    }
}
