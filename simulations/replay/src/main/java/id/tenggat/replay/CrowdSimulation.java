package id.tenggat.replay;

import io.gatling.javaapi.core.Simulation;

import java.time.Duration;

/** A crowd that comes as planned and calls over HTTP. */
public final class CrowdSimulation extends Simulation {
    /**
     * @param arrivals when each user comes; used up by the run
     * @param crowd who comes
     * @param requestTimeout after which a call without an answer is given up; at least 1 ms
     */
    public CrowdSimulation(PlannedArrivals arrivals, Crowd crowd, Duration requestTimeout) {
        UserLoop loop = new UserLoop(arrivals, crowd, atLeastOneMs(requestTimeout));
        setUp(arrivals.inject(loop.scenarioOfUsers())).protocols(UserLoop.protocol());
    }

    private static Duration atLeastOneMs(Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("request timeout is " + timeout + "; it must be at least 1 ms");
        }
        return Duration.ofMillis(timeout.toMillis());
    }
}
