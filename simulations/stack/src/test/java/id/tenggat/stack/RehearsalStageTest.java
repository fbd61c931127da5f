package id.tenggat.stack;

import id.tenggat.ledger.LedgerException;
import id.tenggat.ledger.LedgerPlace;
import id.tenggat.scenario.Answering;
import id.tenggat.scenario.CallFaults;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Replay.Players;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.ThirdParty;
import id.tenggat.scenario.WaitingRoom;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static id.tenggat.stack.Scenarios.calling;
import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.incident;
import static id.tenggat.stack.Scenarios.quick;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

/** A stack that is hard to come through, and its rehearsal, which is not. */
class RehearsalStageTest {

    private static final String[] STEPS = {"sign-up", "pay", "stamp-1", "stamp-2", "submit"};
    private static final long AN_HOUR_MS = 3_600_000;
    private static final int APPLICANTS = 20;

    /** One worker who takes an hour, a place for nobody, a bank that always fails after an hour, and a portal that is down. */
    private static Scenario hard(Answering answering) {
        ThirdParty bank = new ThirdParty("bank", fixed(AN_HOUR_MS), 1, CallFaults.NONE, answering);
        return Scenarios.of(
                List.of(
                        station("portal", 1, 0, fixed(AN_HOUR_MS)),
                        calling(quick("payment"), 0),
                        station("stamping", 1, 0, fixed(AN_HOUR_MS))),
                List.of(bank),
                List.of(incident(new Effect.Down(0), 0, AN_HOUR_MS * 24 * 18)));
    }

    private static StackServer start(Scenario scenario, Players players, LedgerPlace ledger)
            throws PortUnavailableException, LedgerException {
        return StackServer.start(
                scenario,
                StackOptions.onPort(0)
                        .withThirdParties(new PlayedBy.Ours(players))
                        .withLedger(ledger));
    }

    private static void rehearse(Caller caller) {
        for (int applicant = 0; applicant < APPLICANTS; applicant++) {
            caller.rehearsing().done(applicant, STEPS);
        }
    }

    private static List<Answering> ways() {
        return List.of(Answering.AT_ONCE, new Answering.Polled(Duration.ofHours(1)), Answering.WEBHOOK);
    }

    @ParameterizedTest
    @EnumSource(Players.class)
    void every_step_is_rehearsed_well_whatever_is_hard_in_the_run(Players players) throws Exception {
        for (Answering answering : ways()) {
            try (StackServer stack = start(hard(answering), players, LedgerPlace.memory())) {
                Caller caller = new Caller(stack);
                rehearse(caller);

                assertThat(caller.health().getInteger("faults"))
                        .as("%s", answering)
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void it_leaves_no_trace(boolean durable, @TempDir Path folder) throws Exception {
        LedgerPlace place = durable ? new LedgerPlace.File(folder.resolve("ledger.db")) : LedgerPlace.memory();
        try (StackServer stack = start(hard(Answering.WEBHOOK), Players.WIREMOCK, place)) {
            Caller caller = new Caller(stack);
            caller.begin();
            Map<String, Long> files = sizes(folder);
            Map<String, Double> counters = counters(caller);
            JsonObject health = lasting(caller.health());

            rehearse(caller);

            assertThat(counters(caller)).isEqualTo(counters);
            assertThat(lasting(caller.health())).isEqualTo(health);
            assertThat(sizes(folder)).isEqualTo(files);
            assertThat(caller.audit())
                    .allSatisfy(entry ->
                            assertThat(entry.getValue()).as(entry.getKey()).isEqualTo(0));
            assertThat(Caller.text(caller.get("/admin/receipts"))).isEqualTo("step,number,applicant\n");
            caller.post("/admin/end", "");
            assertThat(caller.measured("entered")).isZero();
            assertThat(caller.measured("busy_ns")).isZero();
        }
    }

    /** Counters but for those of HTTP, which asking for counters moves by what is asked, and nothing else does. */
    private static Map<String, Double> counters(Caller caller) {
        Map<String, Double> counters = new HashMap<>(Scraped.from(caller).growing());
        double requests = counters.remove("tenggat_http_requests_total{status=2xx}");
        assertThat(requests).as("few enough that no rehearsal is among them").isLessThan(APPLICANTS);
        return counters;
    }

    /** Without what a clock moves. */
    private static JsonObject lasting(JsonObject health) {
        health.remove("engineNs");
        health.remove("connections");
        return health;
    }

    private static Map<String, Long> sizes(Path folder) throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }

    @Test
    void what_is_done_is_in_a_ledger_of_its_own_until_a_run_begins() throws Exception {
        try (StackServer stack = start(Scenarios.roomy(), Players.WIREMOCK, LedgerPlace.memory())) {
            Caller caller = new Caller(stack);
            Caller rehearsing = caller.rehearsing();
            assertThat(rehearsing.attempt(1, "pay").statusCode())
                    .as("out of order")
                    .isEqualTo(409);
            assertThat(Caller.json(rehearsing.attempt(1, "sign-up")).getBoolean("repeated"))
                    .isFalse();
            assertThat(Caller.json(rehearsing.attempt(1, "sign-up")).getBoolean("repeated"))
                    .isTrue();
            rehearsing.done(1, "pay");
            assertThat(caller.attempt(1, "pay").statusCode())
                    .as("in the run nobody has signed up")
                    .isEqualTo(409);

            caller.begin();

            assertThat(rehearsing.attempt(1, "pay").statusCode()).isEqualTo(409);
            assertThat(Caller.json(caller.attempt(1, "sign-up")).getBoolean("repeated"))
                    .isFalse();
        }
    }

    @Test
    void its_serial_numbers_are_nobody_elses() throws Exception {
        try (StackServer stack = start(Scenarios.roomy(), Players.WIREMOCK, LedgerPlace.memory())) {
            Caller caller = new Caller(stack);
            caller.rehearsing().done(1, "sign-up", "pay");
            caller.done(1, "sign-up", "pay");

            assertThat(serial(caller.rehearsing().attempt(1, "stamp-1"))).startsWith("09000000000000000001");
            assertThat(serial(caller.attempt(1, "stamp-1"))).startsWith("00000000000000000001");
        }
    }

    private static String serial(HttpResponse<byte[]> stamped) {
        return stamped.headers().firstValue("Tenggat-Serial").orElseThrow();
    }

    @Test
    void paying_and_stamping_need_their_key_as_in_a_run() throws Exception {
        try (StackServer stack = start(Scenarios.roomy(), Players.WIREMOCK, LedgerPlace.memory())) {
            Caller caller = new Caller(stack);
            HttpResponse<byte[]> keyless = caller.send(caller.to("/warm-up/journey/1/pay")
                    .header("Tenggat-Attempt", "0")
                    .POST(BodyPublishers.noBody())
                    .build());

            assertThat(keyless.statusCode()).isEqualTo(400);
        }
    }

    /** Two thousand a second are let in, and twenty at once are faster. */
    @Test
    void a_waiting_room_makes_some_wait_and_lets_them_in_soon() throws Exception {
        WaitingRoom room = new WaitingRoom(0.01, 1, 1, Duration.ofMinutes(1), Optional.empty());
        Scenario scenario = Scenarios.of(List.of(quick("portal").resized(1, 10, room)), List.of(), List.of());
        try (StackServer stack = start(scenario, Players.WIREMOCK, LedgerPlace.memory())) {
            Caller caller = new Caller(stack).rehearsing();
            List<HttpResponse<byte[]>> answers = IntStream.range(0, APPLICANTS)
                    .mapToObj(applicant -> caller.attemptLater(applicant, "sign-up", 0))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 202));
            for (HttpResponse<byte[]> answer : answers) {
                if (answer.statusCode() == 202) {
                    comesIn(caller, answer);
                }
            }
        }
    }

    private static void comesIn(Caller caller, HttpResponse<byte[]> waits) {
        String token = waits.headers().firstValue("Tenggat-Waiting-Token").orElseThrow();
        Caller.await("let in", () -> Caller.json(caller.post("/warm-up/waiting-room/" + token, ""))
                .getBoolean("admitted"));
        assertThat(caller.post("/waiting-room/" + token, "").statusCode())
                .as("no token of the run")
                .isEqualTo(410);
        String path = waits.request().uri().getPath();
        assertThat(caller.send(caller.to(path)
                                .header("Tenggat-Attempt", "0")
                                .header("Tenggat-Waiting-Token", token)
                                .POST(BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(200);
    }

    /** Whoever is inside when the run begins is told so, and harms nobody. */
    @Test
    void whoever_is_inside_as_a_run_begins_ends_there() throws Exception {
        try (StackServer stack = start(hard(Answering.AT_ONCE), Players.WIREMOCK, LedgerPlace.memory())) {
            Caller caller = new Caller(stack);
            List<CompletableFuture<HttpResponse<byte[]>>> inside = IntStream.range(0, 200)
                    .mapToObj(applicant -> caller.rehearsing().attemptLater(applicant, "sign-up", 0))
                    .toList();
            caller.begin();

            assertThat(inside).allSatisfy(attempt -> assertThat(attempt.join().statusCode())
                    .isIn(200, 502));
            assertThat(caller.health().getInteger("faults")).isZero();
        }
    }
}
