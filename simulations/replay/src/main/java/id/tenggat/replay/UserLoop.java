package id.tenggat.replay;

import id.tenggat.target.Permission;
import io.gatling.http.client.Request;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.crashLoadGenerator;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

/** The one scenario of every run: each user waits until due, calls, settles, and so on until it leaves. */
final class UserLoop {
    private static final Logger LOG = LoggerFactory.getLogger(UserLoop.class);
    private static final String SEAT = "seat";
    /** Asked before every action, which costs more than the actions: {@link #visit} asks where it matters. */
    private static final boolean ONCE_A_ROUND = false;

    private final PlannedArrivals arrivals;
    private final UserSupply users;
    private final Duration requestTimeout;
    private final Permission permission;
    private final Gatekeeper gatekeeper;

    UserLoop(PlannedArrivals arrivals, UserSupply users, Duration requestTimeout, Permission permission) {
        this.arrivals = arrivals;
        this.users = users;
        this.requestTimeout = requestTimeout;
        this.permission = permission;
        this.gatekeeper = new Gatekeeper(permission);
    }

    /** Stamps on the wire's two ends; none of the conveniences that send what the user did not ask for. */
    HttpProtocolBuilder protocol() {
        return Wiring.bare(http)
                .hostNameAliases(permission.addresses())
                .sign(UserLoop::write)
                .transformResponse(UserLoop::answer);
    }

    ScenarioBuilder scenarioOfUsers() {
        return scenario("users")
                .exec(session -> session.set(SEAT, arrive(session)))
                .exec(on(Seat::plan))
                .exec(asLongAs(session -> seat(session).present(), ONCE_A_ROUND).on(visit()))
                .exec(doIf(session -> seat(session).fault() != null).then(crashLoadGenerator(UserLoop::fault)));
    }

    private ChainBuilder visit() {
        return exec(new DuePause(session -> ((Seat) session.attributes().apply(SEAT)).dueNs()))
                .exec(on(Seat::send))
                .exec(doIf(session -> seat(session).present()).then(exec(call()).exec(on(Seat::settle))))
                .exec(doIf(session -> seat(session).present()).then(on(Seat::plan)));
    }

    private static CallAction call() {
        HttpRequestActionBuilder request = http(session -> seat(session).call().name())
                .httpRequest(
                        session -> seat(session).call().method(),
                        session -> seat(session).call().url())
                .body(ByteArrayBody(session -> seat(session).call().body()));
        return new CallAction(request, UserLoop::amended);
    }

    private static Request amended(io.gatling.core.session.Session session, Request plain) {
        Seat seat = (Seat) session.attributes().apply(SEAT);
        return CallAction.amended(plain, seat.timeoutMs(), seat.call().body().length > 0);
    }

    private Seat arrive(Session session) {
        int index = Math.toIntExact(session.userId() - 1);
        return new Seat(user(index), requestTimeout.toNanos(), gatekeeper);
    }

    private VirtualUser user(int index) {
        try {
            return users.arrive(index, arrivals.dueNs(index));
        } catch (RuntimeException thrown) {
            return new Absent(thrown);
        }
    }

    private static Request write(Request request, Session session) {
        Seat seat = seat(session);
        seat.write(request.getUri());
        seat.call().headers().forEach(request.getHeaders()::set);
        return request;
    }

    static Response answer(Response response, Session session) {
        seat(session).answer(response);
        return response;
    }

    private static ChainBuilder on(Consumer<Seat> step) {
        return exec(session -> {
            step.accept(seat(session));
            return session;
        });
    }

    static Seat seat(Session session) {
        return Objects.requireNonNull(session.get(SEAT), SEAT);
    }

    /** The message that ends the run; where it happened goes to the log, for Gatling passes on no cause. */
    private static String fault(Session session) {
        String what =
                "user " + (session.userId() - 1) + " threw " + seat(session).fault();
        LOG.error(what, seat(session).fault());
        return what;
    }

    /** Someone whose arrival failed: the reason comes out at the first question, like anything a user throws. */
    private record Absent(RuntimeException reason) implements VirtualUser {
        @Override
        public OptionalLong nextDueNs() {
            throw reason;
        }

        @Override
        public boolean stays() {
            throw reason;
        }

        @Override
        public Call call() {
            throw reason;
        }

        @Override
        public void settle(Exchange exchange) {
            throw reason;
        }
    }
}
