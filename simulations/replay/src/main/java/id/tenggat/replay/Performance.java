package id.tenggat.replay;

import id.tenggat.policy.Behaviour;
import id.tenggat.replay.PlannedSimulation.Line;
import id.tenggat.scenario.Scenario;
import id.tenggat.target.TargetException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** A cast that is played live, once: each a user of Gatling's who does as an applicant does, and a ticker that looks after all. */
final class Performance {

    /** How much longer than a client's timeout an attempt's fate may take to be told. */
    private static final long SETTLING_NS = 2_000_000_000;

    private final Piece piece;
    private final LiveRun run;
    private final Duration timeout;

    /**
     * What is played.
     *
     * @param name of Gatling's run
     * @param clients how the applicant of a number speaks to what is played against
     */
    record Piece(String name, Scenario scenario, Cast cast, IntFunction<Client> clients, Line line) {}

    /**
     * What stands around it.
     *
     * @param lead time between Gatling's start and engine time 0
     * @param opening told in that time when engine time 0 is, on the axis of {@link System#nanoTime}; if it fails, nobody plays
     * @param charts whether Gatling's are kept
     * @param chartsDirectory where
     */
    record Setting(Duration lead, LongConsumer opening, Charts charts, Path chartsDirectory) {}

    /** @param run told all, and when to go on */
    Performance(Piece piece, LiveRun run) {
        this.piece = piece;
        this.run = run;
        this.timeout = piece.scenario()
                .clients()
                .commonTimeout()
                .orElseGet(() -> piece.scenario().clients().timeout().mean());
    }

    /**
     * Plays to the end, or until the engine is stopped.
     *
     * @param watch told twice a second how far it is
     * @throws GatlingCrash if Gatling breaks down
     */
    GatlingOutcome play(GatlingEngine gatling, Setting setting, Consumer<Progress> watch) {
        long leadNs = setting.lead().toNanos();
        PlannedArrivals arrivals = new PlannedArrivals(piece.cast().dueNsAfter(leadNs));
        CompletableFuture<Long> zeroNs =
                arrivals.zeroNs().thenApply(ns -> ns + leadNs).toCompletableFuture();
        try (Ticker ticker = new Ticker()) {
            CompletableFuture<Void> begun = zeroNs.thenAcceptAsync(zero -> {
                setting.opening().accept(zero);
                run.begin();
                ticker.start(() -> run.tick(System.nanoTime() - zero, timeout.toNanos() + SETTLING_NS, watch));
            });
            CompletableFuture<Long> overNs = new CompletableFuture<>();
            Runnable over = () -> {
                // If nobody comes it ends while it is still being opened.
                var unused = begun.handle((opened, failed) -> true).join();
                ticker.close();
                overNs.complete(System.nanoTime());
            };
            GatlingRun played = gatlingRun(arrivals, users(zeroNs, begun), setting);
            GatlingOutcome outcome = played(() -> gatling.play(played, over), begun);
            if (outcome instanceof GatlingOutcome.Stopped) {
                ticker.check();
                return outcome;
            }
            begun.join();
            ticker.check();
            run.end(overNs.join() - zeroNs.join());
            return outcome;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof TargetException refused ? refused : failed;
        }
    }

    /** Plays; an opening that failed ends it, and is the reason. */
    private static GatlingOutcome played(Supplier<GatlingOutcome> play, CompletableFuture<Void> begun) {
        try {
            return play.get();
        } catch (GatlingCrash crash) {
            refuseIfFailed(begun);
            throw crash;
        }
    }

    private static void refuseIfFailed(CompletableFuture<Void> begun) {
        if (begun.isCompletedExceptionally()) {
            begun.join();
        }
    }

    private UserSupply users(CompletableFuture<Long> zeroNs, CompletableFuture<Void> begun) {
        Behaviour behaviour = new Behaviour(piece.scenario());
        return (index, dueNs) -> {
            refuseIfFailed(begun);
            var stage = new LiveApplicant.Stage(behaviour, run.journal(), piece.clients(), zeroNs.join());
            return new MeteredUser(new LiveApplicant(stage, piece.cast(), index), run.vitals());
        };
    }

    private GatlingRun gatlingRun(PlannedArrivals arrivals, UserSupply users, Setting setting) {
        return new GatlingRun(
                piece.name(),
                () -> new PlannedSimulation(arrivals, users, timeout, piece.line()),
                setting.chartsDirectory(),
                setting.charts());
    }
}
