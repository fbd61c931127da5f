package id.tenggat.replay;

import com.sun.net.httpserver.HttpExchange;
import id.tenggat.adapter.Adapter;
import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.read.AdapterReader;
import id.tenggat.target.Certified;
import id.tenggat.target.TargetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Over TLS and through proxies, all of them on loopback. */
class WireTest {

    private static final int EACH = 2;
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
    private final List<AnsweringServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(AnsweringServer::close);
    }

    private URI serving(AnsweringServer server) {
        servers.add(server);
        return server.origin();
    }

    /** With a certificate of its own, and {@code ca.pem} to believe it by. */
    private URI secure() throws IOException, GeneralSecurityException, InterruptedException {
        Certified certified = Certified.of("ip:127.0.0.1", folder);
        Files.writeString(folder.resolve("ca.pem"), certified.pem());
        return serving(AnsweringServer.secure(certified.serving(), this::answer));
    }

    /** One that asks who comes: {@code known/server.p12} holds whom it lets in. */
    private URI asking() throws IOException, GeneralSecurityException, InterruptedException {
        Certified server = Certified.of("ip:127.0.0.1", folder);
        Certified known = Certified.of("dns:applicants", Files.createDirectory(folder.resolve("known")));
        Files.writeString(folder.resolve("ca.pem"), server.pem());
        return serving(AnsweringServer.asking(server.servingOnly(known), this::answer));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** A proxy that wants to know who comes, and hands requests on. */
    private URI proxy(URI to) {
        return serving(AnsweringServer.by(exchange -> pass(exchange, to)));
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

    private Schedule schedule() {
        return Schedule.of(Scenes.early(EACH), Crowd.NOBODY);
    }

    private Adapter adapter(String more) throws IOException {
        Path file = Files.writeString(folder.resolve("adapter.yaml"), STEPS + more);
        Map<String, String> environment = Map.of("PROXY_PASSWORD", PROXY_PASSWORD, "KEY_PASSWORD", Certified.PASSWORD);
        return AdapterReader.read(file, schedule().scenario(), environment).adapter();
    }

    private void play(URI target, Adapter adapter) {
        Schedule schedule = schedule();
        SystemUnderTest system =
                new AdaptedSystem(Loopback.permission(target.toString()), adapter, schedule.scenario(), List.of());
        new Replay(new ReplayPlan(schedule, system, folder, Duration.ZERO), new Teller()).play(progress -> {});
    }

    @Test
    void aSystemWhoseCertificateIsTrustedIsPlayedOverTls() throws Exception {
        URI target = secure();
        play(target, adapter("tls: {trust: ca.pem}\n"));
        assertThat(fates).hasSize(2 * 2 * EACH).containsOnly(Fate.SERVED);
        assertThat(heard).contains("POST /sign-up/0", "GET /submit/3");
    }

    @Test
    void aSystemWhoseCertificateNobodyKnowsIsRefusedBeforeAnythingIsSent() throws Exception {
        URI target = secure();
        Adapter believing = adapter("");
        assertThatThrownBy(() -> play(target, believing))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("is not believed")
                .hasMessageContaining("tls: {trust: ca.pem}");
        assertThat(heard).isEmpty();
    }

    @Test
    void aSystemThatAsksWhoComesIsShownTheClientsCertificate() throws Exception {
        URI target = asking();
        play(
                target,
                adapter("tls: {trust: ca.pem, client: {file: known/" + Certified.FILE
                        + ", password: \"${env.KEY_PASSWORD}\"}}\n"));
        assertThat(fates).hasSize(2 * 2 * EACH).containsOnly(Fate.SERVED);
    }

    @Test
    void whoeverShowsNoCertificateIsToldSoBeforeAnythingIsSent() throws Exception {
        URI target = asking();
        Adapter unknown = adapter("tls: {trust: ca.pem}\n");
        assertThatThrownBy(() -> play(target, unknown))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("does not let us in")
                .hasMessageContaining("tls: {client: {file: client.p12");
        assertThat(heard).isEmpty();
    }

    /** Gatling itself believes every certificate if let. */
    @Test
    void gatlingBelievesNoCertificateThatNobodyKnows() throws Exception {
        URI target = secure();
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
        URI target = serving(AnsweringServer.by(this::answer));
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
