package id.tenggat.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.tenggat.adapter.Adapter;
import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.read.AdapterReader;
import id.tenggat.target.TargetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Over TLS and through proxies, all of them on loopback. */
class WireTest {

    private static final int EACH = 2;
    private static final String STORE_PASSWORD = "of-a-test";
    private static final String PROXY_PASSWORD = "pr0xy-s3cret";
    private static final String STEPS = """
            tenggat-adapter: 1
            steps:
              - {step: sign-up, requests: [{request: "POST /sign-up/${applicant}"}]}
              - {step: submit, requests: [{request: "GET /submit/${applicant}"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> passed = Collections.synchronizedList(new ArrayList<>());
    private final List<Fate> fates = Collections.synchronizedList(new ArrayList<>());
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    private URI serve(HttpServer server, String scheme) {
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        servers.add(server);
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** A proxy that wants to know who comes, and hands requests on. */
    private URI proxy(URI to) throws IOException {
        HttpServer proxy = HttpServer.create(anyPort(), 0);
        proxy.createContext("/", exchange -> pass(exchange, to));
        proxy.setExecutor(Executors.newCachedThreadPool());
        proxy.start();
        servers.add(proxy);
        return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
    }

    private void pass(HttpExchange exchange, URI to) throws IOException {
        exchange.getRequestBody().readAllBytes();
        passed.add(
                exchange.getRequestURI() + " by " + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
        HttpURLConnection connection = (HttpURLConnection)
                to.resolve(exchange.getRequestURI().getPath()).toURL().openConnection();
        connection.setRequestMethod(exchange.getRequestMethod());
        exchange.sendResponseHeaders(connection.getResponseCode(), -1);
        exchange.close();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private HttpsServer secure() throws IOException, GeneralSecurityException, InterruptedException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certified()));
        return server;
    }

    /** Makes a key whose certificate is signed by itself, {@code key.p12}, and {@code ca.pem} to believe it by. */
    private SSLContext certified() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("key.p12");
        String line = "-genkeypair -alias server -keyalg EC -dname CN=A-test -validity 2 -storetype PKCS12"
                + " -ext san=ip:127.0.0.1 -storepass " + STORE_PASSWORD + " -keystore " + store;
        List<String> words = Stream.concat(
                        Stream.of(System.getProperty("java.home") + "/bin/keytool"), Stream.of(line.split(" ", -1)))
                .toList();
        assertThat(new ProcessBuilder(words).start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, STORE_PASSWORD.toCharArray());
        }
        String pem = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate("server").getEncoded());
        Files.writeString(
                folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private Schedule schedule() {
        return Schedule.of(Scenes.early(EACH), Crowd.NOBODY);
    }

    private Adapter adapter(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("adapter.yaml"), STEPS + more);
        return AdapterReader.read(file, schedule().scenario(), Map.of("PROXY_PASSWORD", PROXY_PASSWORD))
                .adapter();
    }

    private void play(URI target, Adapter adapter) {
        Schedule schedule = schedule();
        SystemUnderTest system =
                new AdaptedSystem(Loopback.permission(target.toString()), adapter, schedule.scenario(), List.of());
        new Replay(new ReplayPlan(schedule, system, folder, Duration.ZERO), new Teller()).play(progress -> {});
    }

    @Test
    void aSystemWhoseCertificateIsTrustedIsPlayedOverTls() throws Exception {
        URI target = serve(secure(), "https");
        play(target, adapter("tls: {trust: ca.pem}\n"));
        assertThat(fates).hasSize(2 * 2 * EACH).containsOnly(Fate.SERVED);
        assertThat(heard).contains("POST /sign-up/0", "GET /submit/3");
    }

    @Test
    void aSystemWhoseCertificateNobodyKnowsIsRefusedBeforeAnythingIsSent() throws Exception {
        URI target = serve(secure(), "https");
        Adapter believing = adapter("");
        assertThatThrownBy(() -> play(target, believing))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("is not believed")
                .hasMessageContaining("tls: {trust: ca.pem}");
        assertThat(heard).isEmpty();
    }

    /** Gatling itself believes every certificate if let. */
    @Test
    void gatlingBelievesNoCertificateThatNobodyKnows() throws Exception {
        URI target = serve(secure(), "https");
        List<Exchange> settled = Collections.synchronizedList(new ArrayList<>());
        PlannedArrivals arrivals = new PlannedArrivals(new long[] {0});
        Call call = Call.post("call", target + "/", Map.of(), new byte[0]);
        UserSupply users = (index, dueNs) -> new ScriptedUser(List.of(call), dueNs, 0, settled::add);
        new GatlingEngine()
                .play(new GatlingRun(
                        "tls",
                        () -> new PlannedSimulation(
                                arrivals, users, Duration.ofSeconds(5), Loopback.permission(target.toString())),
                        folder,
                        Charts.NONE));
        assertThat(settled).singleElement().satisfies(one -> assertThat(one.reply())
                .isNotInstanceOf(Answer.class));
        assertThat(heard).isEmpty();
    }

    @Test
    void requestsGoThroughAProxyThatIsToldWhoComes() throws Exception {
        URI target = serve(HttpServer.create(anyPort(), 0), "http");
        URI proxy = proxy(target);
        play(
                target,
                adapter("proxy: {login: {at: \"" + proxy + "\", user: me, password: \"${env.PROXY_PASSWORD}\"}}\n"));
        String login = Base64.getEncoder().encodeToString(("me:" + PROXY_PASSWORD).getBytes(UTF_8));
        assertThat(passed).hasSize(2 * 2 * EACH).contains(target + "/sign-up/0 by Basic " + login);
        assertThat(heard).hasSameSizeAs(passed);
        assertThat(fates).containsOnly(Fate.SERVED);
    }

    private final class Teller extends QuietRecorder {

        Teller() {
            super(1_000_000_000);
        }

        @Override
        public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
            fates.add(fate);
        }
    }
}
