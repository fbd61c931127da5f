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
 * Gatling's runner without its way in: {@code Runner.run} asks Maven Central for the latest release before it loads
 * the simulation and reports the use of Gatling to its makers after; no setting stops the first. Only what lies between
 * is called here.
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
