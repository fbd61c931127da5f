package id.tenggat.replay;

import com.sun.net.httpserver.HttpExchange;
import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.policy.Patience;
import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import id.tenggat.scenario.Clients.Reclicks;
import id.tenggat.scenario.Distribution.Exponential;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/** Live clients click again while the answer is pending: those who would in the simulator, and no sooner. */
class LiveReclickTest {

    private static final int EACH = 12;

    @TempDir
    private Path folder = Path.of("");

    private final Scenario scenario = scenario();
    private final Patience patience = new Patience(scenario);
    private final Set<String> signUps = new ConcurrentSkipListSet<>();
    private final Set<String> keys = new ConcurrentSkipListSet<>();
    private final Set<String> clickedWhilePending = new ConcurrentSkipListSet<>();
    private final Map<String, CountDownLatch> pending = new ConcurrentHashMap<>();
    private final List<Long> signUpTimeoutsNs = new CopyOnWriteArrayList<>();
    private final AnsweringServer stack = AnsweringServer.by(this::answer);

    /** Timeouts of 5 s; half of the clients click again, a tenth of a second after the request as a mean. */
    private static Scenario scenario() {
        Scenario early = Scenes.early(EACH);
        Reclicks reclicks = new Reclicks(new Exponential(Duration.ofMillis(100)), 0.5, 1);
        return early.withClients(early.clients().withReclicks(reclicks));
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    private boolean clicks(int applicant) {
        return patience.endsInClick(applicant, 0, 0);
    }

    /** The first request of those who would click is answered after their second has come, all else at once. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        if (path.endsWith("/sign-up") && path.startsWith("/journey/")) {
            signUp(exchange, path.split("/", -1)[2]);
        }
        byte[] answer = answerTo(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private void signUp(HttpExchange exchange, String applicant) {
        String attempt = exchange.getRequestHeaders().getFirst("Tenggat-Attempt");
        signUps.add(applicant + " " + attempt);
        keys.add(applicant + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        CountDownLatch second = pending.computeIfAbsent(applicant, fresh -> new CountDownLatch(1));
        if (!attempt.equals("0")) {
            clickedWhilePending.add(applicant);
            second.countDown();
        } else if (clicks(Integer.parseInt(applicant))) {
            await(second);
        }
    }

    private static void await(CountDownLatch second) {
        try {
            assertThat(second.await(20, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    private void play() {
        Payload payload = new Payload("application/json", "x".getBytes(StandardCharsets.UTF_8));
        Permission target = stack.permission();
        ReplayPlan plan = new ReplayPlan(
                Schedule.of(scenario, Crowd.NOBODY),
                new TenggatStack(target, scenario, List.of(payload, payload)),
                folder,
                Duration.ZERO);
        assertThat(new Replay(plan, new Teller()).play(progress -> {})).isPresent();
    }

    @Test
    void theSameClientsClickAsInTheSimulatorAndNotBeforeTheyWouldThere() {
        play();
        List<Integer> impatient =
                IntStream.range(0, 2 * EACH).filter(this::clicks).boxed().toList();
        assertThat(impatient).isNotEmpty().hasSizeLessThan(2 * EACH);
        assertThat(clickedWhilePending)
                .containsExactlyInAnyOrderElementsOf(
                        impatient.stream().map(String::valueOf).toList());
        assertThat(signUps).hasSize(2 * EACH + impatient.size()).allMatch(seen -> seen.matches("\\d+ [01]"));
        assertThat(keys).as("the same at both").hasSize(2 * EACH);
        assertNoneTooSoon(impatient);
    }

    private void assertNoneTooSoon(List<Integer> impatient) {
        List<Long> keyedNs = impatient.stream()
                .map(applicant -> patience.ns(applicant, 0, 0))
                .sorted()
                .toList();
        List<Long> liveNs = signUpTimeoutsNs.stream().sorted().toList();
        assertThat(liveNs).hasSameSizeAs(keyedNs);
        for (int i = 0; i < keyedNs.size(); i++) {
            assertThat(liveNs.get(i)).isGreaterThanOrEqualTo(keyedNs.get(i));
        }
    }

    private final class Teller extends QuietRecorder {

        Teller() {
            super(1_000_000_000);
        }

        @Override
        public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
            if (step == 0 && fate == Fate.TIMED_OUT) {
                signUpTimeoutsNs.add(doneNs - sentNs);
            }
        }
    }
}
