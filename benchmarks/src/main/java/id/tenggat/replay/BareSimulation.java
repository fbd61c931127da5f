package id.tenggat.replay;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

import java.time.Duration;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

/** The users of a cadence as Gatling's own language says them: the same arrivals and requests, nothing measured. */
final class BareSimulation extends Simulation {

    private static final String MADE = "made";

    /** Gatling's pace waits even for a user who is late already; one who is always late needs none. */
    private static final Duration NO_PACE = Duration.ofMillis(1);

    BareSimulation(PlannedArrivals arrivals, InjectorPlay play) {
        HttpProtocolBuilder protocol = Wiring.bare(http);
        HttpRequestActionBuilder call = http("call")
                .post(session -> CallPlan.url(play.url(), session.userId() - 1))
                .header("Content-Type", "application/json")
                .header("Tenggat-Attempt", "#{made}")
                .header("Idempotency-Key", session -> (session.userId() - 1) + "-" + session.getInt(MADE))
                .requestTimeout(CadencePlay.TIMEOUT)
                .body(ByteArrayBody(CallPlan.BODY));
        Duration first = play.pause();
        setUp(arrivals.inject(scenario("bare")
                        .exec(first.isZero() ? exec(session -> session) : pause(first))
                        .exec(repeat(play.cadence().calls(), MADE)
                                .on(paced(play.cadence().gap(), call)))))
                .protocols(protocol);
    }

    private static ChainBuilder paced(Duration gap, HttpRequestActionBuilder call) {
        return gap.compareTo(NO_PACE) > 0 ? pace(gap).exec(call) : exec(call);
    }
}
