package id.tenggat.replay;

import com.sun.net.httpserver.HttpExchange;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.Distribution.Fixed;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.WaitingRoom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;

/** What a scripted stack hears before a run, and that the run knows nothing of it. */
class DressRehearsalTest {

    private static final int EACH = 2;
    private static final int EVERYBODY = 2 * EACH;
    private static final Duration COMING = Duration.ofMillis(400);
    private static final int SERVED = 200;
    private static final int WAITS = 202;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final AnsweringServer stack = AnsweringServer.by(this::answer);
    private Rehearsed rehearsed = exchange -> SERVED;

    /** With which status a stack answers in the rehearsal; 0 for not at all. */
    private interface Rehearsed {
        int answer(HttpExchange exchange);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        heard.add(path);
        exchange.getRequestBody().readAllBytes();
        int status = path.startsWith("/warm-up/") ? rehearsed.answer(exchange) : SERVED;
        if (status == 0) {
            return;
        }
        byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String body(String path) {
        return switch (path) {
            case "/admin/stations" ->
                "interval,station,entered,rejected,served,wasted,failed,queue_max,"
                        + "queue_ns,busy_ns,wasted_ns,capacity_ns\n";
            case "/admin/audit" -> """
                    {"paid":0,"issued":0,"refundable":0,"duplicated":0,"submitted":0,
                    "paidWithoutQuota":0,"quotaLost":0,"unsigned":0,"submittedWithoutStamps":0}""";
            case "/admin/receipts" -> "step,number,applicant\n";
            case "/health" ->
                "{\"scenario\":\"scene\",\"seed\":3,\"slice\":\"time-lapse 300\",\"stampsSignedBy\":\"a test\","
                        + "\"thirdPartiesBy\":\"wiremock\",\"faults\":0,\"bodiesRefused\":0,\"modelLateCount\":0,"
                        + "\"modelLateNs\":0}";
            default -> "{\"admitted\":true}";
        };
    }

    private static Scenario scenario() {
        Scenario scenario = Scenes.early(EACH);
        return scenario.withClients(scenario.clients().withTimeout(new Fixed(Duration.ofMillis(300))));
    }

    private Told play(Scenario scenario) {
        Payload payload = new Payload("application/json", new byte[0]);
        Told told = new Told();
        Replay replay = new Replay(
                new ReplayPlan(
                        Schedule.of(scenario),
                        new TenggatStack(stack.permission(), scenario, List.of(payload, payload)),
                        folder,
                        COMING),
                told);
        assertThat(replay.play(progress -> {})).isPresent();
        assertThat(replay.close().invalidReasons()).isEmpty();
        return told;
    }

    private List<String> rehearsedPaths(String what) {
        return heard.stream().filter(path -> path.matches("/warm-up/" + what)).toList();
    }

    private static void assertRunIsWhole(Told told) {
        assertThat(told.arrived).isEqualTo(EVERYBODY);
        assertThat(told.completed).isEqualTo(EVERYBODY);
        assertThat(told.attempts).isEqualTo(2 * EVERYBODY);
    }

    @Test
    void applicantsOfItsOwnGoThroughTheWholeJourneyBeforeTheRunBegins() {
        Set<String> before = scratchFolders();
        assertRunIsWhole(play(scenario()));
        assertThat(scratchFolders()).isEqualTo(before);

        int users = (int) (COMING.toMillis() * 1000 / 2 / 1000);
        assertThat(rehearsedPaths("journey/\\d+/sign-up")).hasSize(users).doesNotHaveDuplicates();
        assertThat(rehearsedPaths("journey/\\d+/submit")).hasSize(users);
        assertThat(heard.indexOf("/admin/begin"))
                .isGreaterThan(heard.lastIndexOf(rehearsedPaths("journey/.*").get(2 * users - 1)));
    }

    private static Set<String> scratchFolders() {
        String[] names =
                new File(System.getProperty("java.io.tmpdir")).list((in, name) -> name.startsWith("tenggat-warm"));
        return Set.of(Objects.requireNonNull(names));
    }

    @Test
    void whoIsToldToWaitLooksAndComesAgain() {
        rehearsed = exchange -> {
            String path = exchange.getRequestURI().getPath();
            boolean waits = path.endsWith("/sign-up") && looks.merge(path, 1, Integer::sum) == 1;
            exchange.getResponseHeaders().set("Tenggat-Waiting-Token", "t");
            return waits ? WAITS : SERVED;
        };
        Scenario roomed =
                Scenes.admitting(scenario(), new WaitingRoom(1, 1, 10, Duration.ofMinutes(1), Optional.empty()));
        assertRunIsWhole(play(roomed));

        assertThat(rehearsedPaths("waiting-room/t")).isNotEmpty();
        assertThat(rehearsedPaths("journey/\\d+/submit")).isNotEmpty();
    }

    @Test
    void aRehearsalThatFailsIsNoAffairOfTheRun() {
        rehearsed = exchange -> 500;
        assertRunIsWhole(play(scenario()));
        assertThat(rehearsedPaths("journey/\\d+/submit")).isEmpty();
    }

    @Test
    void aRehearsalThatNobodyAnswersEnds() {
        rehearsed = exchange -> 0;
        assertRunIsWhole(play(scenario()));
    }

    /** What a run tells its recorder. */
    private static final class Told extends QuietRecorder {

        private int arrived;
        private int completed;
        private int attempts;

        Told() {
            super(1_000_000_000);
        }

        @Override
        public void arrived(int regency, long atNs) {
            arrived++;
        }

        @Override
        public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
            attempts++;
        }

        @Override
        public void ended(int regency, Ending ending, long atNs) {
            completed += ending == Ending.COMPLETED ? 1 : 0;
        }
    }
}
