package id.tenggat.cli;

import com.sun.net.httpserver.HttpServer;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RunStatus;
import id.tenggat.replay.DeadlineSimulation;
import id.tenggat.replay.GatlingEngine;
import id.tenggat.summary.Summary;
import io.gatling.javaapi.core.ChainBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import javax.tools.ToolProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Simulations as users write them, run by Gatling's own main in a JVM of its own, as IDEs and Maven do. */
class SimulationTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "gatling", "src", "test");
    private static final int TURNED_AWAY = 429;

    @TempDir
    private Path folder = Path.of("");

    private final Set<String> heard = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> heardElsewhere = Collections.synchronizedSet(new TreeSet<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server = server();
    private HttpServer elsewhere = server();
    private String warmUp = "1s";
    private String slice = "fraction 10%, time-lapse 300";
    private Path scenario = Path.of("");

    /** One step is two requests; one is rejected by what its answer says. */
    public static final class Registration extends DeadlineSimulation {

        public Registration() {
            play(this::step);
        }

        private ChainBuilder step(String name) {
            ChainBuilder request = exec(http(name)
                    .post("/" + name + "/#{applicant}/#{attempt}")
                    .requestTimeout(timeout())
                    .check(status().saveAs("status"))
                    .check(status().is(200)));
            return switch (name) {
                case "pay" -> request.exec(http("receipt").get("/receipt/#{applicant}"));
                case "submit" ->
                    request.exec(session ->
                            session.getInt("status") == 418 ? rejected(session, Duration.ofMillis(1)) : session);
                default -> request;
            };
        }
    }

    /** Tries to send load to somebody else: by a request that our signature does not see, then by one that it does. */
    public static final class Stray extends DeadlineSimulation {

        public Stray() {
            String other = System.getProperty("elsewhere");
            play(step -> exec(http("signed").get(other + "/signed").sign((request, session) -> request))
                    .exec(http("plain").get(other + "/plain")));
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Smoke an hour before the deadline, and two servers; the first turns every tenth applicant away once. */
    @BeforeEach
    void serve() throws IOException {
        Files.copy(Path.of(Repository.scenario("regencies-smoke.csv")), folder.resolve("regencies-smoke.csv"));
        scenario = Files.writeString(
                folder.resolve("early.yaml"),
                Files.readString(Path.of(Repository.scenario("smoke.yaml")))
                        .replace("closes: 2024-09-07T00:00:00", "closes: 2024-09-07T00:59:44")
                        .replace("curve: uniform", "curve: {power: {alpha: 10}}"));
        answer(server, heard);
        answer(elsewhere, heardElsewhere);
    }

    private void answer(HttpServer listening, Set<String> paths) {
        listening.setExecutor(threads);
        listening.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            exchange.getRequestBody().readAllBytes();
            paths.add(path);
            exchange.sendResponseHeaders(answerTo(path), -1);
            exchange.close();
        });
        listening.start();
    }

    private static int answerTo(String path) {
        if (path.matches("/sign-up/\\d*0/0")) {
            return TURNED_AWAY;
        }
        return path.matches("/submit/\\d*1/\\d*[02468]") ? 418 : 200;
    }

    @AfterEach
    void stop() {
        server.stop(0);
        elsewhere.stop(0);
        threads.shutdownNow();
    }

    private String origin(HttpServer of) {
        return "http://127.0.0.1:" + of.getAddress().getPort();
    }

    @Test
    void theExampleIsPlayedAgainstAStackAndJudged() throws IOException, InterruptedException {
        Path classes = compiledExample();
        try (Launched stack = Launched.command(
                Files.createDirectory(folder.resolve("stack")),
                "stack",
                scenario.toString(),
                "--port",
                "0",
                "--ledger",
                "memory",
                "--third-parties",
                "in-process")) {
            String target = stack.awaitOrigin();
            assertThat(played("example.RegistrationSimulation", classes, target))
                    .isZero();
        }
        Recording recording = Recording.read(folder.resolve("recording"));
        assertThat(recording.provenance().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(recording.provenance().seesInside()).isFalse();
        assertThat(recording.audit()).isEmpty();
        assertThat(Summary.of(recording).traffic().fates().of(Fate.SERVED))
                .isEqualTo(8 * recording.provenance().due().arrivals());
        Told told = Told.by("gate", folder.resolve("recording").toString());
        assertThat(told.out())
                .contains("retry amplification < 1.1", "not judged", "undecided: stamp-letter p99")
                .doesNotContain("not to be trusted");
        assertThat(told.status())
                .as("48 applicants decide no p99: " + told.out() + told.err())
                .isIn(1, 3);
    }

    private Path compiledExample() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        try (Stream<Path> resources = Files.list(EXAMPLE.resolve("resources"))) {
            for (Path resource : resources.toList()) {
                Files.copy(resource, classes.resolve(resource.getFileName()));
            }
        }
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EXAMPLE.resolve("java/example/RegistrationSimulation.java")
                                .toString());
        assertThat(compiled).isZero();
        return classes;
    }

    private Path saying() {
        return folder.resolve("said");
    }

    /** Gatling's exit status. */
    private int played(String simulation, Path classes, String target) throws IOException, InterruptedException {
        List<String> jvm = new ArrayList<>(GatlingEngine.JVM_ARGUMENTS);
        jvm.addAll(List.of(
                "-Dtenggat.scenario=" + scenario,
                "-Dtenggat.slice=" + slice,
                "-Dtenggat.slip-limit=60s",
                "-Dtenggat.warm-up=" + warmUp,
                "-Dtenggat.target=" + target,
                "-Dtenggat.out=" + folder.resolve("recording"),
                "-Delsewhere=" + origin(elsewhere)));
        Path said = Files.createDirectory(saying());
        try (Launched gatling = Launched.program(
                said, classes, jvm, "io.gatling.app.Gatling", "-s", simulation, "-nr", "-rf", said.toString())) {
            return gatling.await();
        }
    }

    @Test
    void attemptsEndAsTheirChainsDo() throws IOException, InterruptedException {
        assertThat(played(Registration.class.getName(), EXAMPLE.resolve("resources"), origin(server)))
                .isZero();
        Recording recording = Recording.read(folder.resolve("recording"));
        Summary summary = Summary.of(recording);
        assertThat(recording.provenance().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(summary.traffic().fates().of(Fate.SERVED))
                .isEqualTo(8 * recording.provenance().due().arrivals());
        long shed = heard.stream()
                .filter(path -> !path.startsWith("/receipt") && answerTo(path) != 200)
                .count();
        assertThat(summary.traffic().fates().of(Fate.REJECTED)).isEqualTo(shed);
        assertThat(summary.traffic().fates().of(Fate.FAILED)).isZero();
        assertThat(heard)
                .anyMatch(path -> answerTo(path) == TURNED_AWAY)
                .anyMatch(path -> answerTo(path) == 418)
                .anyMatch(path -> path.startsWith("/receipt/"));
    }

    @Test
    void nothingIsSentToAnybodyButTheTarget() throws IOException, InterruptedException {
        assertThat(played(Stray.class.getName(), EXAMPLE.resolve("resources"), origin(server)))
                .isNotZero();
        assertThat(heardElsewhere).isEmpty();
        Recording recording = Recording.read(folder.resolve("recording"));
        assertThat(recording.provenance().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(recording.provenance().invalidReasons())
                .anyMatch(
                        reason -> reason.contains("tcp:/" + elsewhere.getAddress()) && reason.contains("was not sent"));
    }

    @Test
    void withoutAWarmUpTheFirstUserIsAnApplicant() throws IOException, InterruptedException {
        warmUp = "0s";
        assertThat(played(Registration.class.getName(), EXAMPLE.resolve("resources"), origin(server)))
                .isZero();
        Recording recording = Recording.read(folder.resolve("recording"));
        assertThat(recording.provenance().status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(Summary.of(recording).traffic().fates().of(Fate.SERVED))
                .isEqualTo(8 * recording.provenance().due().arrivals());
    }

    @ParameterizedTest
    @CsvSource({"fraction 5, tenggat.slice: ", "last 4s, in the middle of their journey"})
    void whatIsWrongIsALineAndNotATrace(String wrong, String why) throws IOException, InterruptedException {
        slice = wrong;
        assertThat(played(Registration.class.getName(), EXAMPLE.resolve("resources"), origin(server)))
                .isEqualTo(2);
        assertThat(Files.readString(saying().resolve("said.txt")))
                .contains("Registration: tenggat.slice: ")
                .contains(why)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
        assertThat(folder.resolve("recording")).doesNotExist();
    }

    @Test
    void whatItNeedsIsToldByName() {
        assertThatThrownBy(Registration::new)
                .hasMessageContaining("-Dtenggat.scenario=")
                .hasMessageContaining("TENGGAT_SCENARIO");
    }
}
