package id.tenggat.replay;

import io.gatling.app.RunResult;
import io.gatling.app.Runner;
import io.gatling.app.Selection;
import io.gatling.commons.util.DefaultClock;
import io.gatling.core.actor.ActorSystem;
import io.gatling.core.cli.GatlingArgs;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.javaapi.core.Simulation;
import io.netty.channel.EventLoopGroup;

import java.util.function.Supplier;

/**
 * Gatling's runner without its way in. {@code Gatling.fromArgs} makes the simulation from a class name, asks Maven Central
 * for the latest release, stops the log at its end and answers with a number; this goes from a simulation that we make
 * straight to loading and starting it.
 */
final class EmbeddedRunner extends Runner {

    EmbeddedRunner(ActorSystem system, EventLoopGroup eventLoops, GatlingArgs args, GatlingConfiguration settings) {
        super(system, eventLoops, new DefaultClock(), args, settings);
    }

    RunResult play(String name, Supplier<? extends Simulation> simulation) {
        var loaded = load(new Selection(new MadeSimulation(simulation), name, ""));
        var parameters = loaded._1();
        start(parameters, loaded._3(), loaded._4()).get();
        parameters.after().foreach(hook -> hook.apply());
        return new RunResult(loaded._2().runId(), parameters.assertions().nonEmpty());
    }
}
