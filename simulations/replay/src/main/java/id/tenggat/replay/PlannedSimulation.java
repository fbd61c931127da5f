package id.tenggat.replay;

import id.tenggat.target.Permission;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** Users who come as planned and call over HTTP. */
public final class PlannedSimulation extends Simulation {
    /**
     * @param arrivals when each user comes; used up by the run
     * @param users who comes
     * @param requestTimeout after which a call without an answer is given up; at least 1 ms
     * @param permission who may be called
     */
    public PlannedSimulation(
            PlannedArrivals arrivals, UserSupply users, Duration requestTimeout, Permission permission) {
        this(arrivals, users, requestTimeout, new Line(permission, UnaryOperator.identity()));
    }

    PlannedSimulation(PlannedArrivals arrivals, UserSupply users, Duration requestTimeout, Line line) {
        UserLoop loop = new UserLoop(arrivals, users, atLeastOneMs(requestTimeout), line.permission());
        setUp(arrivals.inject(loop.scenarioOfUsers())).protocols(line.wire().apply(loop.protocol()));
    }

    /**
     * By which line users call.
     *
     * @param wire what connections need beside Gatling's own: trust, a proxy
     */
    record Line(Permission permission, UnaryOperator<HttpProtocolBuilder> wire) {}

    private static Duration atLeastOneMs(Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("request timeout is " + timeout + "; it must be at least 1 ms");
        }
        return Duration.ofMillis(timeout.toMillis());
    }
}
