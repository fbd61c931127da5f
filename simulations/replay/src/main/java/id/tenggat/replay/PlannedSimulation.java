package id.tenggat.replay;

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
     */
    public PlannedSimulation(PlannedArrivals arrivals, UserSupply users, Duration requestTimeout) {
        this(arrivals, users, requestTimeout, UnaryOperator.identity());
    }

    /** @param wire what connections need beside that: trust, a proxy */
    PlannedSimulation(
            PlannedArrivals arrivals,
            UserSupply users,
            Duration requestTimeout,
            UnaryOperator<HttpProtocolBuilder> wire) {
        UserLoop loop = new UserLoop(arrivals, users, atLeastOneMs(requestTimeout));
        setUp(arrivals.inject(loop.scenarioOfUsers())).protocols(wire.apply(UserLoop.protocol()));
    }

    private static Duration atLeastOneMs(Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("request timeout is " + timeout + "; it must be at least 1 ms");
        }
        return Duration.ofMillis(timeout.toMillis());
    }
}
