package id.tenggat.replay;

import id.tenggat.target.Permission;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

import static io.gatling.javaapi.core.CoreDsl.crashLoadGenerator;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

/** The one scenario of every run: each user waits until due, calls, settles, and so on until it leaves. */
final class UserLoop {
    private static final Logger LOG = LoggerFactory.getLogger(UserLoop.class);

    private final PlannedArrivals arrivals;
    private final UserSupply users;
    private final Duration requestTimeout;
    private final Permission permission;

    UserLoop(PlannedArrivals arrivals, UserSupply users, Duration requestTimeout, Permission permission) {
        this.arrivals = arrivals;
        this.users = users;
        this.requestTimeout = requestTimeout;
        this.permission = permission;
    }

    /** None of the conveniences that send what the user did not ask for. */
    HttpProtocolBuilder protocol() {
        return Wiring.bare(http).hostNameAliases(permission.addresses());
    }

    ScenarioBuilder scenarioOfUsers() {
        SeatAction seats = new SeatAction(this::arrive, permission, requestTimeout.toNanos());
        return scenario("users")
                .exec(seats)
                .exec(doIf(session -> session.contains(SeatAction.FAULT)).then(crashLoadGenerator(UserLoop::fault)));
    }

    private VirtualUser arrive(int index) {
        return users.arrive(index, arrivals.dueNs(index));
    }

    /** The message that ends the run; where it happened goes to the log, for Gatling passes on no cause. */
    private static String fault(Session session) {
        Throwable fault = session.get(SeatAction.FAULT);
        String what = "user " + (session.userId() - 1) + " threw " + fault;
        LOG.error(what, fault);
        return what;
    }
}
