package id.tenggat.replay;

import com.sun.net.httpserver.HttpExchange;
import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.policy.Itinerary;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Wire;
import id.tenggat.scenario.read.AdapterReader;
import id.tenggat.target.Permission;
import id.tenggat.target.TargetException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Applicants at a system that is not ours: what an adapter sends, and what its answers become. */
class AdaptedReplayTest {

    private static final int EACH = 3;
    private static final long POLL_NS = 20_000_000;
    private static final String SECRET = "s3cret-of-staging";
    private static final String ADAPTER = """
            tenggat-adapter: 1
            headers: {Authorization: "Bearer ${env.TOKEN}"}
            applicants: people.csv
            steps:
              - step: sign-up
                requests:
                  - request: POST /api/${applicant.town}/people?n=${applicant}
                    headers: {Content-Type: application/json}
                    body: '{"name": "${applicant.name}", "regency": "${regency}", "attempt": ${attempt}}'
                    success: {status: 201, json: {/state: OK}}
                    rejection: {status: 429}
                    capture: {token: {json: /token}, session: {cookie: SID}}
                    wait:
                      when: {status: 202}
                      capture: {ticket: {header: X-Ticket}}
                      every: 20ms
                      atMost: 100ms
                      poll:
                        request: GET /queue/${ticket}
                        until: {contains: come in}
                        capture: {pass: {regex: 'pass=(\\w+)'}}
                      then: {repeat: {headers: {X-Pass: "${pass}"}}}
              - step: submit
                requests:
                  - request: GET /form
                    headers: {X-Token: "${token}"}
                    capture: {nonce: {regex: 'nonce-\\d+'}}
                  - request: PUT /submissions/${session}
                    body: {form: {nonce: "${nonce}", note: a & b}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
    private final AnsweringServer server = AnsweringServer.by(this::answer);

    private record Told(int step, Fate fate, long dueNs, long doneNs) {}

    @AfterEach
    void stop() {
        server.close();
    }

    /**
     * Applicant 0 goes through; 1 is turned away; 2 is told no token; 3 waits for two looks; 4 is never let in; 5 is answered
     * in another state.
     */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(exchange.getRequestMethod() + " " + path + " " + body);
        heard.add("authorized by " + exchange.getRequestHeaders().getFirst("Authorization"));
        if (path.startsWith("/queue/")) {
            boolean letsIn = path.endsWith("/t3") && looks.merge(path, 1, Integer::sum) == 2;
            reply(exchange, 200, letsIn ? "come in pass=p3" : "wait");
        } else if (path.equals("/form")) {
            reply(exchange, 200, "<nonce-17 " + exchange.getRequestHeaders().getFirst("X-Token") + ">");
        } else if (path.startsWith("/submissions/")) {
            heard.add("cookie " + exchange.getRequestHeaders().getFirst("Cookie"));
            reply(exchange, 204, "");
        } else {
            signUp(exchange, path.charAt(path.length() - 1));
        }
    }

    private static void signUp(HttpExchange exchange, char applicant) throws IOException {
        String pass = exchange.getRequestHeaders().getFirst("X-Pass");
        exchange.getResponseHeaders().set("Set-Cookie", "SID=sid" + applicant + "; Path=/");
        exchange.getResponseHeaders().set("X-Ticket", "t" + applicant);
        exchange.getResponseHeaders().set("Retry-After", "0");
        boolean waits = applicant == '4' || (applicant == '3' && !"p3".equals(pass));
        String state = applicant == '5' ? "LATER" : "OK";
        String token = applicant == '2' ? "" : ", \"token\": \"tok" + applicant + "\"";
        int status = waits ? 202 : applicant == '1' ? 429 : 201;
        reply(exchange, status, "{\"state\": \"" + state + "\"" + token + "}");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private AdaptedSystem system(Scenario scenario) throws IOException {
        Files.writeString(folder.resolve("people.csv"), "town,name\nA b,Ann \\ Lee\n" + "x,y\n".repeat(2 * EACH - 1));
        Path file = Files.writeString(folder.resolve("adapter.yaml"), ADAPTER);
        Permission target = server.permission();
        return new AdaptedSystem(
                target,
                AdapterReader.read(file, scenario, Map.of("TOKEN", SECRET)).adapter(),
                scenario,
                List.of());
    }

    @Test
    void aRehearsalMakesTheAdaptersRequestsToAServerOfOurs() throws IOException {
        Scenario scenario = Scenes.early(EACH);
        try (OwnWarmUp warming = new OwnWarmUp(system(scenario), Wire.ORDINARY)) {
            assertThat(warming.requestsEach()).isEqualTo(3);
            new DressRehearsal(scenario, warming, warming.permission(server.permission()), Duration.ofMillis(200))
                    .play(new GatlingEngine());
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void whoRehearsesTakesEveryAnswerForWell() throws IOException {
        Dialogue attempt = new RehearsingClient(system(Scenes.early(EACH)), 1)
                .attempt(Itinerary.of(new Crowd.Member(1, 1, 0, 0, 1, 5)));
        Answer answer = new Answer(HttpResponseStatus.OK, EmptyHttpHeaders.INSTANCE, Unpooled.EMPTY_BUFFER, false);

        assertThat(attempt.call().url()).endsWith("/form");
        assertThat(attempt.hear(answer, new Journal.Stamps(5, 6, 7))).isEmpty();
        assertThat(attempt.nextDueNs()).isEqualTo(7);
        assertThat(attempt.call().url()).endsWith("/submissions/rehearsed");
        assertThat(attempt.hear(answer, new Journal.Stamps(7, 8, 9))).contains(Outcome.of(Fate.SERVED, 9));
    }

    private void play() throws IOException {
        Schedule schedule = Schedule.of(Scenes.early(EACH), Crowd.NOBODY);
        Replay replay = new Replay(
                new ReplayPlan(schedule, system(schedule.scenario()), folder, Duration.ofMillis(100)), new Teller());
        assertThat(replay.play(progress -> {})).isPresent();
        Closing closing = replay.close();
        assertThat(closing.audit()).isEmpty();
        assertThat(closing.invalidReasons()).isEmpty();
    }

    @Test
    void stepsBecomeRequestsAndAnswersFates() throws IOException {
        play();
        assertRequestsAndFates();
        assertLatenciesCountFromDueToTheLastAnswer();
        assertNoSecretIsLeftBehind();
    }

    private void assertRequestsAndFates() {
        assertThat(heard)
                .contains(
                        "POST /api/A%20b/people?n=0 {\"name\": \"Ann \\\\ Lee\", \"regency\": \"1\", \"attempt\": 0}",
                        "PUT /submissions/sid0 nonce=nonce-17&note=a+%26+b", "cookie SID=sid0", "GET /queue/t3 ")
                .filteredOn(line -> line.startsWith("authorized by "))
                .containsOnly("authorized by Bearer " + SECRET);
        assertThat(counted(Fate.SERVED)).as("0 and 3, two steps each").isEqualTo(4);
        assertThat(counted(Fate.REJECTED)).as("1, twice").isEqualTo(2);
        assertThat(counted(Fate.FAILED)).as("2 and 5, twice each").isEqualTo(4);
        assertThat(counted(Fate.TIMED_OUT)).as("4, twice").isEqualTo(2);
        assertThat(looks).containsEntry("/queue/t3", 2);
    }

    private void assertLatenciesCountFromDueToTheLastAnswer() {
        assertThat(told)
                .filteredOn(row -> row.fate() == Fate.TIMED_OUT)
                .allSatisfy(row -> assertThat(row.doneNs() - row.dueNs()).isGreaterThanOrEqualTo(5 * POLL_NS));
        assertThat(told)
                .filteredOn(row -> row.fate() == Fate.SERVED && row.step() == 0)
                .hasSize(2)
                .anySatisfy(row -> assertThat(row.doneNs() - row.dueNs()).isGreaterThanOrEqualTo(2 * POLL_NS));
    }

    private void assertNoSecretIsLeftBehind() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThan(3).allSatisfy(file -> assertThat(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(SECRET));
        }
    }

    @Test
    void nobodyIsPutIntoTheMiddleOfAJourney() throws IOException {
        Schedule schedule = Schedule.of(Scenes.early(EACH), new Crowd(List.of(new Crowd.Member(5, 1, 0, 1, 1, 0))));
        SystemUnderTest system = system(schedule.scenario());
        assertThatThrownBy(() -> system.check(schedule))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("1 applicants in the middle of their journey");
    }

    @Test
    void aSystemThatIsNotThereIsToldAtOnce() throws IOException {
        Schedule schedule = Schedule.of(Scenes.early(EACH), Crowd.NOBODY);
        SystemUnderTest system = system(schedule.scenario());
        server.close();
        assertThatThrownBy(() -> system.check(schedule))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining("is it running?");
    }

    private long counted(Fate fate) {
        return told.stream().filter(row -> row.fate() == fate).count();
    }

    private final class Teller extends QuietRecorder {

        Teller() {
            super(1_000_000_000);
        }

        @Override
        public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
            told.add(new Told(step, fate, dueNs, doneNs));
        }
    }
}
