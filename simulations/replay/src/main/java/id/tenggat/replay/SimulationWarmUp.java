package id.tenggat.replay;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/**
 * Warms Gatling up in the run of a {@link DeadlineSimulation}: users who call a server of ours on loopback by chains of Gatling's own,
 * and are gone before the first applicant comes. They are in no recording, and in none of Gatling's reports.
 */
final class SimulationWarmUp {

    private static final int USERS_PER_SECOND = 40;
    private static final long GAP_NS = 1_000_000_000 / USERS_PER_SECOND;

    private final int users;
    private final int callsEach;
    private final Optional<OwnServer> server;

    /** @param lasting how long; zero for not at all */
    SimulationWarmUp(Duration lasting, int callsEach) {
        this.users = Math.toIntExact(lasting.toNanos() / GAP_NS);
        this.callsEach = callsEach;
        this.server = users == 0 ? Optional.empty() : Optional.of(new OwnServer());
    }

    /** How many of Gatling's users come before the first applicant. */
    int users() {
        return users;
    }

    /** What is called; empty if nothing is. */
    Optional<InetSocketAddress> address() {
        return server.map(OwnServer::address);
    }

    /** The same population, after the warm-up. */
    PopulationBuilder before(PopulationBuilder applicants) {
        return server.map(own -> population(own.origin() + "/").andThen(applicants))
                .orElse(applicants);
    }

    private PopulationBuilder population(String url) {
        HttpProtocolBuilder protocol = Wiring.bare(http);
        ScenarioBuilder calling = scenario("warm-up")
                .exec(repeat(callsEach)
                        .on(exec(http("warm-up").post(url).silent().check(status().is(200)))));
        PlannedArrivals arrivals = new PlannedArrivals(
                LongStream.range(0, users).map(user -> user * GAP_NS).toArray());
        return arrivals.inject(calling).protocols(protocol);
    }

    /** Nobody comes to it any more. */
    void end() {
        server.ifPresent(OwnServer::close);
    }
}
