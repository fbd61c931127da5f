package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import id.tenggat.ledger.Ledger;
import id.tenggat.ledger.LedgerAtOnce;
import id.tenggat.ledger.LedgerException;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.WaitingRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static id.tenggat.stack.Scenarios.fixed;
import static id.tenggat.stack.Scenarios.station;
import static org.assertj.core.api.Assertions.assertThat;

/** The waiting room over HTTP: what is told to those who wait, and what tokens are good for. */
class RoomTest {

    private static final String TOKEN = "Tenggat-Waiting-Token";
    private static final double SELDOM = 0.0001;

    private final ManualTime time = new ManualTime();
    private Optional<StackServer> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(StackServer::close);
    }

    private Caller serve(double rate, int places) throws PortUnavailableException, LedgerException {
        StackServer started = StackServer.start(scenario(rate, places), StackOptions.onPort(0));
        server = Optional.of(started);
        return new Caller(started);
    }

    private static Scenario scenario(double rate, int places) {
        Station portal = station("portal", 4, 100, fixed(1));
        WaitingRoom room = new WaitingRoom(rate, 1, places, Duration.ofMillis(1500), Optional.empty());
        return Scenarios.of(List.of(portal.resized(4, 100, room)), List.of(), List.of());
    }

    private static HttpResponse<byte[]> comeBack(Caller caller, int applicant, String step, String token) {
        return caller.send(caller.to("/journey/" + applicant + "/" + step)
                .header("Tenggat-Attempt", "0")
                .header(TOKEN, token)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String reason) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Caller.json(response).getString("reason")).isEqualTo(reason);
    }

    @Test
    void whoeverMustWaitIsToldItsTokenItsPositionAndWhenToLookAgain() throws PortUnavailableException, LedgerException {
        Caller caller = serve(SELDOM, 100);
        caller.begin();
        assertThat(caller.attempt(0, "sign-up").statusCode()).isEqualTo(200);
        for (int applicant = 1; applicant <= 3; applicant++) {
            HttpResponse<byte[]> waits = caller.attempt(applicant, "sign-up");
            assertThat(waits.statusCode()).isEqualTo(202);
            assertThat(waits.headers().firstValue("Retry-After")).contains("2");
            assertThat(Caller.json(waits).getInteger("position")).isEqualTo(applicant);
            assertThat(Caller.json(waits).getInteger("lookAgainMs")).isEqualTo(1500);
            assertThat(waits.headers().firstValue(TOKEN))
                    .contains(Caller.json(waits).getString("token"));
        }
        assertThat(caller.atFirstStation("waiting")).isEqualTo(3);
    }

    @Test
    void whoeverLeavesMakesRoomForThoseBehind() throws PortUnavailableException, LedgerException {
        Caller caller = serve(SELDOM, 2);
        caller.begin();
        assertThat(caller.attempt(0, "sign-up").statusCode()).isEqualTo(200);
        String first = token(caller.attempt(1, "sign-up"));
        String second = token(caller.attempt(2, "sign-up"));
        HttpResponse<byte[]> full = caller.attempt(3, "sign-up");
        assertProblem(full, 503, "overloaded");
        assertThat(full.headers().firstValue("Retry-After")).contains("2");
        HttpResponse<byte[]> look = caller.post("/waiting-room/" + second, "");
        assertThat(Caller.json(look).getBoolean("admitted")).isFalse();
        assertThat(Caller.json(look).getInteger("position")).isEqualTo(2);
        assertThat(caller.post("/waiting-room/" + first + "/leave", "").statusCode())
                .isEqualTo(200);
        assertThat(Caller.json(caller.post("/waiting-room/" + second, "")).getInteger("position"))
                .isEqualTo(1);
        assertProblem(caller.post("/waiting-room/" + first + "/leave", ""), 410, "token-gone");
        assertThat(caller.attempt(3, "sign-up").statusCode()).isEqualTo(202);
    }

    @Test
    void aTokenServesItsOwnerOnce() throws PortUnavailableException, LedgerException {
        Caller caller = serve(20, 100).crowd(10, 0b01111);
        caller.begin();
        assertThat(caller.attempt(0, "sign-up").statusCode()).isIn(200, 202);
        String token = "";
        for (int applicant = 1; token.isEmpty(); applicant++) {
            token = caller.attempt(applicant, "sign-up")
                    .headers()
                    .firstValue(TOKEN)
                    .orElse("");
        }
        String known = token;
        Caller.await("let in", () -> Caller.json(caller.post("/waiting-room/" + known, ""))
                .getBoolean("admitted"));
        int owner = owner(caller, known);
        assertThat(owner).isPositive();
        assertProblem(comeBack(caller, owner, "sign-up", known), 410, "token-gone");
        assertProblem(caller.post("/waiting-room/" + known, ""), 410, "token-gone");
    }

    /** Comes as everybody, until the token is taken; with the right step alone. */
    private static int owner(Caller caller, String token) {
        for (int applicant = 1; applicant < 10; applicant++) {
            assertProblem(comeBack(caller, applicant, "submit", token), 409, "token-of-another");
            HttpResponse<byte[]> response = comeBack(caller, applicant, "sign-up", token);
            if (response.statusCode() == 200) {
                return applicant;
            }
            assertProblem(response, 409, "token-of-another");
        }
        return 0;
    }

    @Test
    void tokensThatLetNobodyInChangeNothing() throws PortUnavailableException, LedgerException {
        Caller caller = serve(SELDOM, 100);
        caller.begin();
        assertThat(caller.attempt(0, "sign-up").statusCode()).isEqualTo(200);
        String token = token(caller.attempt(1, "sign-up"));
        assertProblem(comeBack(caller, 1, "sign-up", token), 409, "not-admitted");
        for (String other : List.of("x", "0".repeat(500), "%2e%2e", token.substring(1), token + "A")) {
            assertProblem(comeBack(caller, 1, "sign-up", other), 410, "token-gone");
            assertProblem(caller.post("/waiting-room/" + other, ""), 410, "token-gone");
        }
        assertThat(caller.post("/waiting-room/" + token, "x".repeat(70_000)).statusCode())
                .isEqualTo(413);
        assertThat(caller.get("/waiting-room/" + token).statusCode()).isEqualTo(405);
        assertThat(caller.post("/waiting-room/" + token + "/enter", "").statusCode())
                .isEqualTo(404);
        assertThat(Caller.json(caller.post("/waiting-room/" + token, "")).getInteger("position"))
                .isEqualTo(1);
        caller.begin();
        assertProblem(comeBack(caller, 1, "sign-up", token), 410, "token-gone");
    }

    private static String token(HttpResponse<byte[]> response) {
        return response.headers().firstValue(TOKEN).orElseThrow();
    }

    @Test
    void whoeverVanishesHoldsNoPlaceForEver() {
        StackRun run = run(scenario(SELDOM, 100));
        assertThat(run.entrance(new Entry(0, 0), null)).isInstanceOf(Entrance.In.class);
        Entrance.Waits vanishes = (Entrance.Waits) run.entrance(new Entry(1, 0), null);
        Entrance.Waits looks = (Entrance.Waits) run.entrance(new Entry(2, 0), null);
        LiveRoom room = run.rooms().iterator().next();
        time.goToMs(14_000);
        assertThat(room.look(looks.token()).orElseThrow().position()).isEqualTo(2);
        time.goToMs(14_500);
        assertThat(room.look(looks.token()).orElseThrow().position()).isEqualTo(1);
        assertThat(room.look(vanishes.token())).isEmpty();
        assertThat(run.stations().get(0).waiting()).isEqualTo(1);
        time.goToMs(29_000);
        assertThat(room.look(looks.token())).isEmpty();
        assertThat(run.stations().get(0).waiting()).isZero();
    }

    @Test
    void noTwoTokensAreAlike() {
        LiveRoom room = run(scenario(0.01, 10_000)).rooms().iterator().next();
        Set<String> tokens = new HashSet<>();
        assertThat(room.come(new Entry(0, 0))).isInstanceOf(Entrance.In.class);
        for (int i = 0; i < 5000; i++) {
            Entrance.Waits place = (Entrance.Waits) room.come(new Entry(1, 0));
            assertThat(place.token()).matches("[A-Za-z0-9_-]{22}");
            assertThat(tokens.add(place.token())).isTrue();
        }
    }

    private StackRun run(Scenario scenario) {
        Ledger ledger = LedgerAtOnce.of(scenario);
        return new StackRun(
                new StackRun.Parts(scenario, time, (call, caller) -> {}, ledger, new Fidelity()), Long.MAX_VALUE);
    }
}
