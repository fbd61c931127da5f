package id.tenggat.replay;

import com.sun.net.httpserver.HttpExchange;
import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.Distribution;
import id.tenggat.scenario.WaitingRoom;
import id.tenggat.target.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import static org.assertj.core.api.Assertions.assertThat;

/** Applicants before a scripted waiting room: what they send, and what is recorded of it. */
class RoomVisitTest {

    private static final int EACH = 2;
    private static final long POLL_NS = 30_000_000;
    private static final long LEAVES_NS = 200_000_000;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
    private final AnsweringServer stack = AnsweringServer.by(this::answer);

    private record Told(Fate fate, long dueNs, long sentNs, long doneNs) {}

    @AfterEach
    void stop() {
        stack.close();
    }

    /**
     * Signing up leads to a room: 0 is let in at the third look, 1 never, 2 is forgotten at the second, and 3 is let in at once
     * and turned away at the door. Nobody waits to submit.
     */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        String token = exchange.getRequestHeaders().getFirst("Tenggat-Waiting-Token");
        heard.add(path + " " + exchange.getRequestHeaders().getFirst("Tenggat-Attempt") + " " + token);
        if (path.endsWith("/sign-up") && token == null) {
            exchange.getResponseHeaders().set("Tenggat-Waiting-Token", "t" + path.split("/", -1)[2]);
            reply(exchange, 202, "{}");
        } else if (path.startsWith("/waiting-room/") && !path.endsWith("/leave")) {
            look(exchange, path.substring("/waiting-room/".length()));
        } else {
            reply(exchange, "t3".equals(token) ? 503 : 200, answerTo(path));
        }
    }

    private void look(HttpExchange exchange, String token) throws IOException {
        int count = looks.merge(token, 1, Integer::sum);
        boolean admitted = token.equals("t3") || (token.equals("t0") && count == 3);
        boolean forgotten = token.equals("t2") && count == 2;
        reply(exchange, forgotten ? 410 : 200, "{\"admitted\":" + admitted + "}");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String answerTo(String path) {
        return switch (path) {
            case "/admin/audit" -> "{\"paid\":0,\"issued\":0,\"refundable\":0,\"duplicated\":0,\"submitted\":0}";
            case "/health" ->
                "{\"scenario\":\"scene\",\"seed\":3,\"slice\":\"time-lapse 300\",\"stampsSignedBy\":\"a test\","
                        + "\"faults\":0,\"bodiesRefused\":0}";
            default -> "{}";
        };
    }

    /** Each looks every 30 ms and has had enough after 200 ms; two attempts each. */
    private void play() {
        Distribution patience = new Distribution.Fixed(Duration.ofNanos(LEAVES_NS));
        WaitingRoom room = new WaitingRoom(1, 1, 100, Duration.ofNanos(POLL_NS), Optional.of(patience));
        Schedule schedule = Schedule.of(Scenes.admitting(Scenes.early(EACH), room), Crowd.NOBODY);
        Payload payload = new Payload("application/json", "x".getBytes(StandardCharsets.UTF_8));
        Permission target = stack.permission();
        ReplayPlan plan = new ReplayPlan(
                schedule,
                new TenggatStack(target, schedule.scenario(), List.of(payload, payload)),
                folder,
                Duration.ZERO);
        assertThat(new Replay(plan, new Teller()).play(progress -> {})).isPresent();
    }

    @Test
    void anAttemptThatWaitsIsOneAttemptUntilItsFateIsKnown() {
        play();
        assertThat(fates("/journey/0/sign-up")).containsExactly("0 null", "0 t0");
        assertThat(looks).containsEntry("t0", 3).containsEntry("t3", 2);
        assertThat(fates("/journey/3/sign-up")).containsExactly("0 null", "0 t3", "1 null", "1 t3");
        assertThat(heard).contains("/journey/0/submit 0 null").noneMatch(line -> line.startsWith("/journey/1/submit"));
        assertThat(heard.stream().filter(line -> line.startsWith("/waiting-room/t1/leave")))
                .hasSize(2);
        assertThat(counted(Fate.SERVED)).as("signed up and submitted").isEqualTo(2);
        assertThat(counted(Fate.TIMED_OUT))
                .as("1 has had enough twice, 2 the second time")
                .isEqualTo(3);
        assertThat(counted(Fate.REJECTED)).as("3 at the door").isEqualTo(2);
        assertThat(counted(Fate.FAILED)).as("2 was forgotten").isEqualTo(1);
    }

    @Test
    void latencyCountsFromTheFirstSendingAndNobodyLeavesBeforeItsTime() {
        play();
        assertThat(told)
                .filteredOn(row -> row.fate() == Fate.TIMED_OUT)
                .allSatisfy(row -> assertThat(row.doneNs() - row.sentNs()).isGreaterThanOrEqualTo(LEAVES_NS));
        assertThat(told)
                .filteredOn(row -> row.fate() == Fate.REJECTED)
                .allSatisfy(row -> assertThat(row.doneNs() - row.sentNs()).isGreaterThanOrEqualTo(POLL_NS));
    }

    private List<String> fates(String path) {
        return heard.stream()
                .filter(line -> line.startsWith(path + " "))
                .map(line -> line.substring(path.length() + 1))
                .toList();
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
            told.add(new Told(fate, dueNs, sentNs, doneNs));
        }
    }
}
