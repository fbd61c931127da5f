package id.tenggat.replay;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import org.slf4j.LoggerFactory;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.ToLongFunction;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * A pause that ends at an instant, never before it. Gatling's own pause counts in whole milliseconds from now, so it
 * ends up to one before the instant when cut and up to one after it when rounded up; the timer under both counts in
 * nanoseconds.
 *
 * @param untilNs the instant on the axis of {@link System#nanoTime}; one that has passed means no pause
 */
record DuePause(ToLongFunction<Session> untilNs) implements io.gatling.javaapi.core.ActionBuilder {

    @Override
    public ActionBuilder asScala() {
        return (ScenarioContext context, Action next) ->
                new Sleep(untilNs, next, Logger.apply(LoggerFactory.getLogger(DuePause.class)));
    }

    private record Sleep(ToLongFunction<Session> untilNs, Action next, Logger logger) implements Action {
        @Override
        public String name() {
            return "due-pause";
        }

        @Override
        public void execute(Session session) {
            long waitNs = untilNs.applyAsLong(session) - System.nanoTime();
            if (waitNs <= 0) {
                next.$bang(session);
            } else {
                sleep(session, waitNs);
            }
        }

        private void sleep(Session session, long waitNs) {
            try {
                // Actions catch what they throw, so the future has nothing to tell.
                var unused = session.eventLoop().schedule(() -> next.$bang(session), waitNs, NANOSECONDS);
            } catch (RejectedExecutionException stopped) {
                logger.underlying().debug("A user sleeps on: the event loop has stopped", stopped);
            }
        }

        /** Scala's way to set a trait's field; the record has its own. */
        @Override
        public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger unused) {}
    }
}
