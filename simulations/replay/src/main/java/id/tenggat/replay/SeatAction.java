package id.tenggat.replay;

import com.typesafe.scalalogging.Logger;
import id.tenggat.target.Permission;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.util.function.IntFunction;

/**
 * All that a virtual user does between arriving and leaving, as one action of Gatling's. A chain of its own actions would do the
 * same, at the price of half a request for each request: every one looks at the session's blocks and validates what it is given.
 *
 * @param arrive the user who arrives under a number
 * @param permission who may be called
 * @param timeoutNs how long calls wait that have no timeout of their own
 */
record SeatAction(IntFunction<VirtualUser> arrive, Permission permission, long timeoutNs)
        implements io.gatling.javaapi.core.ActionBuilder {

    /** Under which name the session of who left by throwing something holds it. */
    static final String FAULT = "fault";

    @Override
    public ActionBuilder asScala() {
        return (ScenarioContext context, Action next) -> {
            CallSender sender = CallSender.of(context, permission.target().origin());
            Seat.Row row = new Seat.Row(sender, new Gatekeeper(permission), timeoutNs, new Exit(next));
            return new Arrive(arrive, row, Logger.apply(LoggerFactory.getLogger(SeatAction.class)));
        };
    }

    /** Where users go who leave. */
    record Exit(Action next) {

        void leave(Session session, @Nullable Throwable fault) {
            next.$bang(fault == null ? session : session.set(FAULT, fault));
        }
    }

    private record Arrive(IntFunction<VirtualUser> arrive, Seat.Row row, Logger logger) implements Action {
        @Override
        public String name() {
            return "seat";
        }

        @Override
        public void execute(Session session) {
            VirtualUser user;
            try {
                user = arrive.apply(Math.toIntExact(session.userId() - 1));
            } catch (RuntimeException thrown) {
                row.exit().leave(session, thrown);
                return;
            }
            new Seat(user, session, row).goOn();
        }

        /** Scala's way to set a trait's field; the record has its own. */
        @Override
        public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger unused) {}
    }
}
