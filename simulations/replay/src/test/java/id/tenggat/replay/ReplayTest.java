package id.tenggat.replay;

import com.sun.net.httpserver.HttpExchange;
import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Findings;
import id.tenggat.recording.Recorder;
import id.tenggat.recording.ServedBy;
import id.tenggat.recording.StationSample;
import id.tenggat.target.Permission;
import id.tenggat.target.TargetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Applicants against a scripted stack: what they send, and what is recorded of it. */
class ReplayTest {

    private static final int EACH = 12;
    private static final String STATIONS = "interval,station,entered,rejected,served,wasted,failed,queue_max,"
            + "queue_ns,busy_ns,wasted_ns,capacity_ns\n0,portal,5,1,4,0,0,2,1,2,0,3\n";

    @TempDir
    private Path folder = Path.of("");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final AnsweringServer stack = AnsweringServer.by(this::answer);
    private volatile int seed = 3;

    @AfterEach
    void stop() {
        stack.close();
    }

    /**
     * Applicant 1 is always shed, 2 always breaks, 3 is shed once; everybody else is served. 4 and 6 get receipts for signing
     * up, of which the ledger knows that of 4.
     */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String attempt = exchange.getRequestHeaders().getFirst("Tenggat-Attempt");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(path + " " + attempt + " " + body);
        boolean shed = path.startsWith("/journey/1/") || (path.equals("/journey/3/sign-up") && "0".equals(attempt));
        int status = shed ? 503 : path.startsWith("/journey/2/") ? 500 : 200;
        exchange.getResponseHeaders().set("Tenggat-Retry-After-Ms", "5");
        if (path.matches("/journey/[46]/sign-up")) {
            exchange.getResponseHeaders().set("Tenggat-Receipt", "7");
        }
        byte[] answer = answerTo(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answerTo(String path) {
        return switch (path) {
            case "/admin/stations" -> STATIONS;
            case "/admin/audit" -> """
                    {"paid":4,"issued":3,"refundable":1,"duplicated":0,"submitted":2,
                    "paidWithoutQuota":0,"quotaLost":0,"unsigned":1,"submittedWithoutStamps":0}""";
            case "/admin/receipts" -> "step,number,applicant\n0,7,4\n";
            case "/health" ->
                "{\"scenario\":\"scene\",\"seed\":" + seed
                        + ",\"slice\":\"time-lapse 300\",\"stampsSignedBy\":\"a test\",\"thirdPartiesBy\":\"wiremock\",\"faults\":1,"
                        + "\"bodiesRefused\":0,\"modelLateCount\":0,\"modelLateNs\":0}";
            default -> "{}";
        };
    }

    /** The deadline is far; everybody comes within the first seconds. */
    private Replay replay(Told told) {
        Crowd crowd = new Crowd(List.of(new Crowd.Member(5, 1, 0, 1, 1, 0)));
        Schedule schedule = Schedule.of(Scenes.early(EACH), crowd);
        Payload payload = new Payload("application/json", "x".getBytes(StandardCharsets.UTF_8));
        Permission target = stack.permission();
        return new Replay(
                new ReplayPlan(
                        schedule,
                        new TenggatStack(target, schedule.scenario(), List.of(payload, payload)),
                        folder,
                        Duration.ZERO),
                told);
    }

    @Test
    void everybodysAttemptsAndEndsAreRecorded() {
        Told told = new Told();
        Replay replay = replay(told);
        assertThat(replay.play(progress -> {})).isPresent();
        Closing closing = replay.close();

        assertThat(told.arrived + told.carriedIn).isEqualTo(2 * EACH + 1);
        assertThat(told.endings.get(Ending.COMPLETED)).isEqualTo(2 * EACH + 1 - 2);
        assertThat(told.endings.get(Ending.GAVE_UP)).as("applicants 1 and 2").isEqualTo(2);
        assertThat(told.fates.get(Fate.REJECTED)).as("two of 1, one of 3").isEqualTo(3);
        assertThat(told.fates.get(Fate.FAILED)).as("two of 2").isEqualTo(2);
        assertThat(told.fates.get(Fate.SERVED)).isEqualTo(2 * (2 * EACH - 2) + 1);
        assertThat(told.samples).containsExactly(new StationSample(5, 1, 4, 0, 0, 2, 1, 2, 0, 3));
        assertThat(closing.audit()).contains(new Audit(4, 3, 1, 0, 2, new Findings(0, 0, 1, 0, 1)));
        assertThat(closing.invalidReasons()).containsExactly("the stack had 1 faults of its own");
        assertThat(closing.servedBy()).contains(new ServedBy("a test", "wiremock"));
        assertThat(heard)
                .contains("/admin/crowd null 5,1\n", "/journey/1/sign-up 0 x", "/journey/1/sign-up 1 x")
                .contains("/journey/5/submit 1 x")
                .anyMatch(line -> line.startsWith("/admin/begin"));
    }

    @Test
    void aCrowdIsHandedOverWithWhatIsDoneForItAndTheQuotaItHasLost() {
        URI target = stack.permission().pinnedOrigin();
        new StackClient(target)
                .preload(new Crowd(List.of(
                        new Crowd.Member(5, 1, 0, 1, 1, 0),
                        new Crowd.Member(6, 1, 0, 1, 3, 2, 7),
                        new Crowd.Member(9, 0, 0, 1, 0, 8))));
        assertThat(heard).containsExactly("/admin/crowd null 5,1\n6,3,2\n");
    }

    @Test
    void aStackThatServesSomethingElseIsRefused() {
        seed = 4;
        assertThatThrownBy(() -> replay(new Told()).play(progress -> {}))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("serves scene, seed 4")
                .hasMessageContaining("seed 3");
        assertThat(heard).noneMatch(line -> line.startsWith("/journey"));
    }

    @Test
    void aTargetThatIsNoStackIsRefused() {
        stack.close();
        assertThatThrownBy(() -> replay(new Told()).play(progress -> {}))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("does not answer");
    }

    /** What a replay tells its recorder. */
    private static final class Told implements Recorder {

        private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
        private final List<StationSample> samples = new ArrayList<>();
        private int arrived;
        private int carriedIn;

        @Override
        public long intervalNs() {
            return 1_000_000_000;
        }

        @Override
        public void carriedIn(int regency) {
            carriedIn++;
        }

        @Override
        public void arrived(int regency, long atNs) {
            arrived++;
        }

        @Override
        public void begun(int step, long atNs) {}

        @Override
        public void attempt(int step, Fate fate, long dueNs, long sentNs, long doneNs) {
            assertThat(sentNs).isGreaterThanOrEqualTo(dueNs);
            assertThat(doneNs).isGreaterThanOrEqualTo(sentNs);
            fates.merge(fate, 1, Integer::sum);
        }

        @Override
        public void ended(int regency, Ending ending, long atNs) {
            endings.merge(ending, 1, Integer::sum);
        }

        @Override
        public void station(int interval, int station, StationSample sample) {
            samples.add(sample);
        }

        @Override
        public void advanceTo(long nowNs) {}
    }
}
