package id.tenggat.replay;

import io.gatling.app.RunResult;
import io.gatling.app.Runner;
import io.gatling.app.Selection;
import io.gatling.commons.util.DefaultClock;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.controller.Controller$Command$StopLoadGenerator;
import io.gatling.core.scenario.SimulationParams;
import io.gatling.core.stats.StatsEngine;
import io.gatling.core.stats.writer.RunMessage;
import io.gatling.javaapi.core.Simulation;
import io.netty.channel.EventLoopGroup;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Gatling's runner without its way in. {@code Gatling.fromArgs} makes the simulation from a class name, asks Maven Central
 * for the latest release, stops the log at its end and answers with a number; this goes from a simulation that we make
 * straight to loading and starting it.
 */
final class EmbeddedRunner extends Runner {

    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Vitals vitals;

    EmbeddedRunner(Loops loops, GatlingArgs args, GatlingConfiguration settings, Vitals vitals) {
        super(loops.system(), loops.eventLoops(), new DefaultClock(), args, settings);
        this.vitals = vitals;
    }

    /** The threads of a run. */
    record Loops(ActorSystem system, EventLoopGroup eventLoops) {}

    @Override
    public StatsEngine newStatsEngine(SimulationParams parameters, RunMessage run) {
        return new HeardStatsEngine(super.newStatsEngine(parameters, run), started, vitals.failures());
    }

    /** Plays to the end, or until it is ordered to stop: then all users end where they are, whatever they wait for. */
    RunResult play(String name, Supplier<? extends Simulation> simulation, StopOrder order) {
        var loaded = load(new Selection(new MadeSimulation(simulation), name, ""));
        var parameters = loaded._1();
        var controller = loaded._3().controller();
        // A controller that is told to stop before it has started dies, and the run would never end.
        order.onceGivenAnd(started, () -> controller.$bang(new Controller$Command$StopLoadGenerator("", false)));
        start(parameters, loaded._3(), loaded._4()).get();
        parameters.after().foreach(hook -> hook.apply());
        return new RunResult(loaded._2().runId(), parameters.assertions().nonEmpty());
    }
}
