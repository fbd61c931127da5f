package id.tenggat.stack;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Counts every request when it ends, unless it is a rehearsal's, and writes it into the access log, if there is one. */
final class RequestWatch implements Handler<HttpServerRequest> {

    private final Handler<HttpServerRequest> router;
    private final HttpTally tally;
    private final @Nullable AccessLog log;
    private final Doors doors;

    RequestWatch(Handler<HttpServerRequest> router, HttpTally tally, Optional<AccessLog> log, Doors doors) {
        this.router = router;
        this.tally = tally;
        this.log = log.orElse(null);
        this.doors = doors;
    }

    @Override
    public void handle(HttpServerRequest request) {
        doors.begins(request);
        Watched watched = new Watched(request);
        request.response().endHandler(end -> watched.ends(request.response().getStatusCode()));
        request.response().exceptionHandler(left -> watched.ends(0));
        router.handle(request);
    }

    private final class Watched {

        private final HttpServerRequest request;
        private final long cameNs = System.nanoTime();
        private boolean ended;

        Watched(HttpServerRequest request) {
            this.request = request;
        }

        /** With this status, or 0 if its client left first. A connection may break after the answer too. */
        void ends(int status) {
            if (!ended) {
                ended = true;
                doors.ends(request);
                if (!isRehearsed()) {
                    tally.answered(status);
                }
                write(status);
            }
        }

        private boolean isRehearsed() {
            return String.valueOf(request.path()).startsWith(RehearsalStage.BASE + "/");
        }

        private void write(int status) {
            if (log != null) {
                HttpServerResponse response = request.response();
                long tookNs = System.nanoTime() - cameNs;
                log.add(
                        request.method().name(),
                        String.valueOf(request.path()),
                        new AccessLog.Outcome(status, response.bytesWritten(), tookNs));
            }
        }
    }
}
