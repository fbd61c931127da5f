package id.tenggat.stack;

import id.tenggat.ledger.Receipt;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

import java.time.Duration;

/** The HTTP client of one attempt. */
final class Exchange implements Attempt.Client {

    /** How long a client may wait for an answer that will never come: beyond every patience, and short of a leak. */
    private static final long SILENCE_MS = Duration.ofMinutes(10).toMillis();

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final HttpServerResponse response;

    Exchange(Vertx vertx, HttpServerRequest request) {
        this.vertx = vertx;
        this.request = request;
        this.response = request.response();
    }

    @Override
    public void answer(Answer answer) {
        if (answer instanceof Answer.Stamped stamped) {
            Replies.pdf(response, stamped);
        } else if (answer instanceof Answer.Denied denied) {
            Replies.problem(response, denied.problem());
        } else if (answer instanceof Answer.Noted noted) {
            Replies.receipt(response, noted.receipt());
            Replies.json(response, json(noted));
        } else if (answer instanceof Answer.Dropped) {
            Doors.hangUp(request);
        }
    }

    private static JsonObject json(Answer.Noted noted) {
        JsonObject json = new JsonObject().put("applicant", noted.applicant()).put("step", noted.step());
        if (noted.receipt() instanceof Receipt.Paid paid) {
            json.put("payment", paid.payment()).put("stamps", paid.stamps()).put("repeated", paid.repeated());
        } else if (noted.receipt() instanceof Receipt.Submitted submitted) {
            json.put("submission", submitted.number()).put("repeated", submitted.repeated());
        } else if (noted.receipt() instanceof Receipt.Noted plain) {
            json.put("repeated", plain.repeated());
        }
        return json;
    }

    @Override
    public void turnAway(Duration retryAfter) {
        if (!retryAfter.isZero()) {
            Replies.retryAfter(response, retryAfter);
        }
        Replies.problem(response, new Problem(503, "overloaded", "the station takes no more requests now"));
    }

    @Override
    public void fail(Attempt.Failure failure) {
        Replies.problem(response, new Problem(502, "failed", failure.words()));
    }

    @Override
    public void leaveUnanswered() {
        long timer = vertx.setTimer(SILENCE_MS, id -> Doors.hangUp(request));
        response.closeHandler(closed -> vertx.cancelTimer(timer));
        if (response.closed()) {
            vertx.cancelTimer(timer);
        }
    }
}
