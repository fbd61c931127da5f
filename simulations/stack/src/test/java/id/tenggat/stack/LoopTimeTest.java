package id.tenggat.stack;

import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/** Alarms on a real event loop: what the clock shows while they ring, and in which order they do. */
class LoopTimeTest {

    private static final long MS = 1_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final ContextInternal loop = (ContextInternal) vertx.getOrCreateContext();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Does something on the loop with a time whose zero is now, until it is told that it is over. */
    private void onLoop(BiConsumer<LoopTime, Runnable> play) throws Exception {
        CompletableFuture<Void> over = new CompletableFuture<>();
        loop.exceptionHandler(cause -> told.add("broke: " + cause.getMessage()));
        loop.runOnContext(begun -> play.accept(new LoopTime(loop, System.nanoTime()), () -> over.complete(null)));
        over.get(60, TimeUnit.SECONDS);
    }

    private Runnable tell(LoopTime time, String name) {
        return () -> told.add(name + " at " + time.nowNs());
    }

    @Test
    void whileAnAlarmRingsItIsTheTimeThatItWasSetForAndWhatFollowsIsPlannedFromThere() throws Exception {
        onLoop((time, over) -> time.at(MS, () -> {
            occupy(5 * MS);
            tell(time, "first").run();
            assertThat(time.lateNs()).isGreaterThan(3 * MS);
            time.after(MS / 2, tell(time, "follows"));
            time.after(20 * MS, () -> {
                tell(time, "last").run();
                over.run();
            });
        }));
        assertThat(told).containsExactly("first at 1000000", "follows at 1500000", "last at 21000000");
    }

    /** Keeps the loop from everything else for so long. */
    private static void occupy(long ns) {
        for (long begun = System.nanoTime(); System.nanoTime() - begun < ns; ) {
            Thread.onSpinWait();
        }
    }

    @Test
    void alarmsRingInTheirOrderAndWhatIsCancelledDoesNot() throws Exception {
        onLoop((time, over) -> {
            time.at(3 * MS, over);
            time.at(2 * MS, tell(time, "second of two"));
            EngineTime.Alarm never = time.at(MS, tell(time, "never"));
            time.at(2 * MS, tell(time, "third of two"));
            time.at(MS, tell(time, "first"));
            never.cancel();
        });
        assertThat(told).containsExactly("first at 1000000", "second of two at 2000000", "third of two at 2000000");
    }

    @Test
    void whateverComesFromOutsideFindsDoneWhatWasDue() throws Exception {
        onLoop((time, over) -> {
            time.at(MS, tell(time, "due"));
            occupy(2 * MS);
            time.happens(() -> {
                told.add("outside");
                long nowNs = time.nowNs();
                occupy(MS);
                told.add(time.nowNs() == nowNs && nowNs >= 2 * MS ? "the clock stands" : "the clock goes");
            });
            over.run();
        });
        assertThat(told).containsExactly("due at 1000000", "outside", "the clock stands");
    }

    @Test
    void anAlarmThatBreaksBreaksNoOther() throws Exception {
        onLoop((time, over) -> {
            time.at(MS, () -> {
                throw new IllegalStateException("on purpose");
            });
            time.at(MS, over);
        });
        assertThat(told).containsExactly("broke: on purpose");
    }
}
