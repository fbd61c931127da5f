package id.tenggat.replay;

import io.gatling.commons.stats.Status;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.Controller;
import io.gatling.core.session.GroupBlock;
import io.gatling.core.stats.StatsEngine;
import scala.Option;
import scala.collection.immutable.List;

import java.util.concurrent.CompletableFuture;

/**
 * Gatling's statistics as they are.
 *
 * @param started completed when the run has started, for only then may it be stopped
 * @param failures told why attempts got no answer
 */
record HeardStatsEngine(StatsEngine statistics, CompletableFuture<Void> started, ConnectFailures failures)
        implements StatsEngine {

    @Override
    public void start() {
        statistics.start();
        started.complete(null);
    }

    @Override
    public void stop(ActorRef<Controller.Command> controller, Option<Exception> crash) {
        statistics.stop(controller, crash);
    }

    @Override
    public void logUserStart(String scenario) {
        statistics.logUserStart(scenario);
    }

    @Override
    public void logUserEnd(String scenario) {
        statistics.logUserEnd(scenario);
    }

    @Override
    public void logResponse(
            String scenario,
            List<String> groups,
            String requestName,
            long startMs,
            long endMs,
            Status status,
            Option<String> responseCode,
            Option<String> message) {
        if (responseCode.isEmpty() && message.isDefined()) {
            failures.heard(message.get());
        }
        statistics.logResponse(scenario, groups, requestName, startMs, endMs, status, responseCode, message);
    }

    @Override
    public void logGroupEnd(String scenario, GroupBlock group, long exitMs) {
        statistics.logGroupEnd(scenario, group, exitMs);
    }

    @Override
    public void logRequestCrash(String scenario, List<String> groups, String requestName, String error) {
        statistics.logRequestCrash(scenario, groups, requestName, error);
    }
}
