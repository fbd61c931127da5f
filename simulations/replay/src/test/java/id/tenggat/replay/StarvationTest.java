package id.tenggat.replay;

import id.tenggat.arrival.Schedule;
import id.tenggat.recording.Audit;
import id.tenggat.recording.ConnectFailure;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Fate;
import id.tenggat.recording.Host;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.Run;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Scenario;
import id.tenggat.summary.Shortage;
import id.tenggat.summary.Summary;
import id.tenggat.verdict.Judge;
import id.tenggat.verdict.Status;
import id.tenggat.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/** An injector that is kept from its plan says so while it runs, and what it recorded is INVALID, with the reason. */
class StarvationTest {

    private static final int USERS = 40;
    private static final long GAP_NS = 10_000_000;
    private static final long LIMIT_NS = 100_000_000;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder = Path.of("");

    /** Opened by the warning: until then every user who comes makes its event loop wait. */
    private final CountDownLatch warned = new CountDownLatch(1);

    private final AtomicReference<String> warning = new AtomicReference<>("");

    @Test
    void aStarvedInjectorSaysSoAndItsRunIsInvalidWithTheReason() throws IOException {
        Schedule schedule = Schedule.of(Scenes.early(USERS / 2));
        Path directory = folder.resolve("starved");
        try (LoopbackServer server = new LoopbackServer();
                RecordingWriter writer = RecordingWriter.create(directory, schedule, run(schedule.scenario()))) {
            play(new Journal(writer), server.url("/status/200"));
            writer.finish(new Audit(0, 0, 0, 0, 0), RunStatus.COMPLETE, List.of());
        }
        Recording recording = Recording.read(directory);
        Summary summary = Summary.of(recording);
        Verdict verdict = Judge.judge(recording, summary);

        assertThat(warning.get()).startsWith("its plan: slip p99").contains(Shortage.EVENT_LOOPS.words());
        assertThat(verdict.status()).isEqualTo(Status.INVALID);
        assertThat(verdict.doubts())
                .singleElement()
                .asString()
                .contains("attempts were sent too late", Shortage.EVENT_LOOPS.words(), Shortage.EVENT_LOOPS.wayOut());
        assertThat(summary.strain().orElseThrow().behind()).isPositive();
        assertThat(summary.steps().get(0).latencies()).singleElement().satisfies(served -> assertThat(
                        served.fromDue().p50Us())
                .as("from due; from sent it looks well: %s", served.fromSent())
                .isGreaterThan(served.fromSent().orElseThrow().p50Us()));
    }

    private static Run run(Scenario scenario) {
        return new Run(
                "replay",
                scenario.name(),
                List.of(),
                1_000_000_000,
                LIMIT_NS,
                Host.here(Instant.EPOCH, "a test", "test"));
    }

    private void play(Journal journal, String url) {
        Vitals vitals = new Vitals();
        SelfWatch self = new SelfWatch(vitals, journal::injector, LIMIT_NS);
        PlannedArrivals arrivals = new PlannedArrivals(
                LongStream.range(0, USERS).map(i -> i * GAP_NS).toArray());
        try (Ticker ticker = new Ticker()) {
            var begun = arrivals.zeroNs()
                    .thenAcceptAsync(zero -> ticker.start(
                            () -> self.look(System.nanoTime() - zero).ifPresent(this::warn)));
            new GatlingEngine(new StopOrder(), vitals)
                    .play(new GatlingRun(
                            "starved",
                            () -> new PlannedSimulation(
                                    arrivals,
                                    (index, dueNs) -> new MeteredUser(user(arrivals, journal, dueNs, url), vitals),
                                    Duration.ofSeconds(30),
                                    Loopback.permission(url)),
                            folder,
                            Charts.NONE));
            assertThat(begun.toCompletableFuture()).isCompleted();
        }
    }

    private void warn(String words) {
        warning.compareAndSet("", words);
        warned.countDown();
    }

    private VirtualUser user(PlannedArrivals arrivals, Journal journal, long dueNs, String url) {
        int index = Math.toIntExact((dueNs - arrivals.dueNs(0)) / GAP_NS);
        int regency = index % 2;
        journal.cameIn(regency, false, index * GAP_NS);
        journal.begun(0, index * GAP_NS);
        long zeroNs = arrivals.dueNs(0);
        ScriptedUser scripted = new ScriptedUser(Collections.nCopies(1, ScriptedUser.call(url)), dueNs, 0, exchange -> {
            long doneNs = exchange.doneNs() - zeroNs;
            journal.attempt(
                    0, Fate.SERVED, new Journal.Stamps(exchange.dueNs() - zeroNs, exchange.sentNs() - zeroNs, doneNs));
            journal.ended(regency, Ending.COMPLETED, doneNs);
        });
        return new Blocking(scripted);
    }

    /** What no user may do. */
    private final class Blocking implements VirtualUser {

        private final VirtualUser user;

        Blocking(VirtualUser user) {
            this.user = user;
        }

        @Override
        public OptionalLong nextDueNs() {
            return user.nextDueNs();
        }

        @Override
        public boolean stays() {
            return user.stays();
        }

        @Override
        public Call call() {
            try {
                assertThat(warned.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .as("a warning while the event loops stand still")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return user.call();
        }

        @Override
        public void settle(Exchange exchange) {
            user.settle(exchange);
        }
    }

    @Test
    void whyAnAttemptGotNoConnectionIsReadFromTheSystemsWords() {
        assertThat(ConnectFailures.of("j.n.BindException: Cannot assign requested address"))
                .contains(ConnectFailure.NO_PORT);
        assertThat(ConnectFailures.of("j.n.SocketException: Too many open files"))
                .contains(ConnectFailure.NO_FILE);
        assertThat(ConnectFailures.of("j.n.ConnectException: Connection refused"))
                .contains(ConnectFailure.REFUSED);
        assertThat(ConnectFailures.of("i.g.h.c.i.RequestTimeoutException: Request timeout"))
                .isEqualTo(Optional.empty());
    }

    @Test
    void whatGatlingSaysOfARefusedConnectionIsCounted() {
        Vitals vitals = new Vitals();
        PlannedArrivals arrivals = new PlannedArrivals(new long[] {0, 0});
        String nobody = "http://127.0.0.1:" + LoopbackServer.unusedPort() + "/";
        new GatlingEngine(new StopOrder(), vitals)
                .play(new GatlingRun(
                        "refused",
                        () -> new PlannedSimulation(
                                arrivals,
                                (index, dueNs) ->
                                        new ScriptedUser(List.of(ScriptedUser.call(nobody)), dueNs, 0, exchange -> {}),
                                Duration.ofSeconds(30),
                                Loopback.permission(nobody)),
                        folder,
                        Charts.NONE));
        assertThat(vitals.second(0).sockets().failures().of(ConnectFailure.REFUSED))
                .isEqualTo(2);
    }
}
