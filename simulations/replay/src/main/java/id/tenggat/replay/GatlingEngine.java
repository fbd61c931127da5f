package id.tenggat.replay;

import io.gatling.app.RunResult;
import io.gatling.app.RunResultProcessor;
import io.gatling.core.Predef$;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.netty.util.Transports;
import io.netty.channel.EventLoopGroup;
import scala.Console$;
import scala.Option;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/**
 * Gatling inside this JVM, one run after the other, silent on standard output and calling nobody but its targets.
 *
 * <p>The JVM needs {@link #JVM_ARGUMENTS}. Warnings and errors of Gatling go to standard error.
 */
public final class GatlingEngine {
    /** What a JVM must be started with to run Gatling: its log writer and reader look into strings. */
    public static final List<String> JVM_ARGUMENTS = List.of("--add-opens=java.base/java.lang=ALL-UNNAMED");

    private static final long SHUTDOWN_MS = 10_000;

    private final StopOrder order;
    private final Vitals vitals;
    private final Trust trust;

    /** Takes over this JVM's logging: Gatling logs every step of every user if let. */
    public GatlingEngine() {
        this(new StopOrder(), new Vitals());
    }

    /**
     * As an engine that nobody stops and nobody watches.
     *
     * @param order ends the run that is played, and all later ones before they begin
     * @param vitals told by every run
     */
    GatlingEngine(StopOrder order, Vitals vitals) {
        this(order, vitals, Trust.OF_RUNTIME);
    }

    /** As {@link #GatlingEngine(StopOrder, Vitals)}; the trust says whose signatures on certificates are believed. */
    GatlingEngine(StopOrder order, Vitals vitals, Trust trust) {
        this.order = order;
        this.vitals = vitals;
        this.trust = trust;
        WarningLog.install();
        ReleaseCheck.answer();
    }

    /**
     * Plays one run to its end, or until it is ordered to stop. Gatling keeps its settings in static state, so two runs at a time wait for each other.
     *
     * @throws GatlingCrash if the simulation can't be made or throws, or Gatling breaks down
     */
    public GatlingOutcome play(GatlingRun run) {
        return play(run, () -> {});
    }

    /**
     * As {@link #play(GatlingRun)}.
     *
     * @param over told when the last user has ended, unless the run was stopped: charts take a while longer
     */
    GatlingOutcome play(GatlingRun run, Runnable over) {
        synchronized (Predef$.MODULE$) {
            try {
                return Console$.MODULE$.withOut(OutputStream.nullOutputStream(), () -> outcome(run, over));
            } catch (Exception broken) {
                keepInterruption(broken);
                throw new GatlingCrash("run '" + run.name() + "' crashed: " + broken.getMessage(), broken);
            }
        }
    }

    /** Scala's signatures don't say that waiting for the run can be interrupted. */
    private static void keepInterruption(Exception broken) {
        if (broken instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private GatlingOutcome outcome(GatlingRun run, Runnable over) {
        if (order.isGiven()) {
            return new GatlingOutcome.Stopped();
        }
        GatlingConfiguration settings = GatlingSettings.of(run.charts(), trust);
        GatlingArgs args = args(run);
        RunResult result = result(run, args, settings);
        if (order.isGiven()) {
            return new GatlingOutcome.Stopped();
        }
        over.run();
        return run.charts() == Charts.KEPT ? chart(result, args, settings) : new GatlingOutcome.Played();
    }

    private RunResult result(GatlingRun run, GatlingArgs args, GatlingConfiguration settings) {
        Predef$.MODULE$._configuration_$eq(settings);
        EventLoopGroup eventLoops = Transports.newEventLoopGroup(
                settings.netty().useNativeTransport(), settings.netty().useIoUring(), 0, "gatling");
        try (ActorSystem system = new ActorSystem()) {
            vitals.heartbeats().watch(eventLoops);
            return new EmbeddedRunner(new EmbeddedRunner.Loops(system, eventLoops), args, settings, vitals)
                    .play(run.name(), run.simulation(), order);
        } finally {
            vitals.heartbeats().forget();
            eventLoops.shutdownGracefully(0, SHUTDOWN_MS, MILLISECONDS).awaitUninterruptibly();
        }
    }

    private static GatlingOutcome chart(RunResult result, GatlingArgs args, GatlingConfiguration settings) {
        Path directory = args.resultsDirectory().get().resolve(result.runId());
        try {
            new RunResultProcessor(args, settings).processRunResult(result);
        } catch (UnsupportedOperationException refused) {
            return silent(refused, "no requests sent");
        } catch (AssertionError refused) {
            return silent(refused, "Run didn't last");
        }
        if (!Files.exists(directory.resolve("index.html"))) {
            throw new IllegalStateException("Gatling made no index.html in " + directory);
        }
        return new GatlingOutcome.Charted(directory);
    }

    /** There is nothing to chart if no request was sent, or all was over within the millisecond in which it began. */
    private static <T extends Throwable> GatlingOutcome silent(T refused, String because) throws T {
        if (!String.valueOf(refused.getMessage()).contains(because)) {
            throw refused;
        }
        return new GatlingOutcome.Silent();
    }

    private static GatlingArgs args(GatlingRun run) {
        return new GatlingArgs(
                Option.empty(),
                Option.empty(),
                run.charts() != Charts.KEPT,
                Option.empty(),
                Option.apply(run.resultsDirectory()),
                Option.empty(),
                Option.empty());
    }
}
