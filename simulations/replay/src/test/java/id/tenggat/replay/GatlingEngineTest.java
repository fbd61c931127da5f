package id.tenggat.replay;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class GatlingEngineTest {
    private final GatlingEngine engine = new GatlingEngine();
    private LoopbackServer server;

    @TempDir
    private Path results;

    @BeforeEach
    void serve() throws IOException {
        server = new LoopbackServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aWarmUpAndAMeasuredRunFollowEachOtherAndOnlyTheSecondLeavesCharts() throws IOException {
        assertThat(engine.play(run(Charts.NONE, calls("/status/200")))).isEqualTo(new GatlingOutcome.Played());
        assertThat(results).isEmptyDirectory();

        var outcome = engine.play(run(Charts.KEPT, calls("/status/200", "/status/503", "/status/404")));

        assertThat(outcome)
                .isInstanceOfSatisfying(GatlingOutcome.Charted.class, charted -> assertThat(charted.directory())
                        .hasParent(results)
                        .isDirectoryContaining("glob:**/index.html"));
        assertThat(server.seen()).hasSize(4);
    }

    @Test
    void gatlingCountsWhatIsNotASuccessAsKo() throws IOException {
        var outcome = (GatlingOutcome.Charted) engine.play(
                run(Charts.KEPT, calls("/status/200", "/status/201", "/status/503", "/status/404", "/hangup")));

        assertThat(Files.readString(outcome.directory().resolve("index.html")))
                .contains("total col-2\">5<", "ok col-3\">2<", "ko col-4\">3<");
    }

    @Test
    void itIsOverBeforeChartsAreMade() {
        List<Boolean> charted = new ArrayList<>();
        engine.play(run(Charts.KEPT, calls("/status/200")), () -> charted.add(isCharted()));
        assertThat(charted).containsExactly(false);
        assertThat(isCharted()).isTrue();
    }

    private boolean isCharted() {
        try (Stream<Path> files = Files.walk(results)) {
            return files.anyMatch(file -> file.endsWith("index.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRunWithoutACallIsSilent() {
        assertThat(engine.play(run(Charts.KEPT, calls()))).isEqualTo(new GatlingOutcome.Silent());
    }

    @Test
    void nothingIsPrintedOnStandardOutput() {
        PrintStream real = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            engine.play(run(Charts.KEPT, calls("/status/200", "/hangup")));
        } finally {
            System.setOut(real);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void callsThatFailAndUsersWhoLeaveLogNothing() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(logged);

        engine.play(run(Charts.KEPT, calls("/status/200", "/status/500", "/hangup", "/reset", "/half")));

        assertThat(logged.list).isEmpty();
    }

    @Test
    void aSimulationThatCannotBeMadeIsACrash() {
        var run = new GatlingRun(
                "broken",
                () -> {
                    throw new IllegalStateException("no plan");
                },
                results,
                Charts.NONE);

        assertThatThrownBy(() -> engine.play(run))
                .isInstanceOf(GatlingCrash.class)
                .hasMessage("run 'broken' crashed: no plan");
    }

    @Test
    void anInterruptedRunIsACrashAndTheThreadStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> engine.play(run(Charts.NONE, calls("/silent"))))
                .isInstanceOf(GatlingCrash.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private enum Moment {
        ARRIVE,
        DUE,
        CALL,
        SETTLE
    }

    @ParameterizedTest
    @EnumSource
    void whateverAUserThrowsEndsTheRunAsACrashThatNamesTheUser(Moment moment) {
        UserSupply users = (index, dueNs) -> {
            fail(moment, Moment.ARRIVE);
            return new FailingUser(moment, dueNs);
        };

        assertThatThrownBy(() -> engine.play(run(Charts.NONE, users)))
                .isInstanceOf(GatlingCrash.class)
                .hasMessageContaining("user 0 threw java.lang.IllegalStateException: failed at " + moment);
    }

    @Test
    void theEngineRunsAgainAfterACrash() {
        assertThatThrownBy(() -> engine.play(run(Charts.NONE, (index, dueNs) -> new FailingUser(Moment.CALL, dueNs))));

        assertThat(engine.play(run(Charts.NONE, calls("/status/200")))).isEqualTo(new GatlingOutcome.Played());
    }

    private final class FailingUser implements VirtualUser {
        private final Moment moment;
        private final long dueNs;

        FailingUser(Moment moment, long dueNs) {
            this.moment = moment;
            this.dueNs = dueNs;
        }

        @Override
        public OptionalLong nextDueNs() {
            fail(moment, Moment.DUE);
            return OptionalLong.of(dueNs);
        }

        @Override
        public boolean stays() {
            return true;
        }

        @Override
        public Call call() {
            fail(moment, Moment.CALL);
            return ScriptedUser.call(server.url("/status/200"));
        }

        @Override
        public void settle(Exchange exchange) {
            fail(moment, Moment.SETTLE);
        }
    }

    private static void fail(Moment wanted, Moment reached) {
        if (wanted == reached) {
            throw new IllegalStateException("failed at " + reached);
        }
    }

    private UserSupply calls(String... paths) {
        List<Call> calls = List.of(paths).stream()
                .map(path -> ScriptedUser.call(server.url(path)))
                .toList();
        return (index, dueNs) -> new ScriptedUser(calls, dueNs, 0, exchange -> {});
    }

    private GatlingRun run(Charts charts, UserSupply users) {
        Supplier<PlannedSimulation> simulation = () -> new PlannedSimulation(
                new PlannedArrivals(new long[] {0}),
                users,
                Duration.ofSeconds(30),
                Loopback.permission(server.url("/")));
        return new GatlingRun("engine", simulation, results, charts);
    }
}
