package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.util.Map;

/**
 * A call that makes an order and then asks again and again: {@code POST /{name}} is answered 202 with {@code {"id": "…"}};
 * {@code GET /{name}/{id}} is answered 202 until the order is settled, then 200, or 400 and more if it failed.
 */
final class Polling {

    private static final int PENDING = 202;

    private final OpenCall call;
    private final HttpLine line;
    private final long everyNs;

    /** Asked a little early, so that the answer is there when the model has it noticed. */
    private final long leadNs;

    Polling(OpenCall call, HttpLine line, long everyNs) {
        this.call = call;
        this.line = line;
        this.everyNs = everyNs;
        this.leadNs = call.isAsDrawn() ? Math.min(OpenCall.WAY_NS, everyNs / 4) : 0;
    }

    /**
     * The order is settled in the middle between the question before and the one that notices: any time there is the same
     * to the model, and this one is the farthest from both.
     */
    void order() {
        Map<String, String> orders = call.orders(call.drawn().settledNs() - everyNs / 2);
        orders.put(DrawnAnswer.ANSWERS_HEADER, DrawnAnswer.POLLED);
        line.post(call, orders, Buffer.buffer()).onSuccess(this::ordered).onFailure(call::broken);
    }

    private void ordered(HttpLine.Reply reply) {
        String id = reply.status() == PENDING ? id(reply.body()) : "";
        if (id.isEmpty()) {
            call.over(false, "status " + reply.status() + " and no order: " + reply.body());
        } else {
            ask(id, 1);
        }
    }

    /** The id, if it is one that may stand in a path; else empty. */
    private static String id(Buffer body) {
        try {
            String id = String.valueOf(new JsonObject(body).getValue("id"));
            return id.matches("[A-Za-z0-9_-]{1,64}") ? id : "";
        } catch (DecodeException | ClassCastException e) {
            return "";
        }
    }

    private void ask(String id, long question) {
        call.at(question * everyNs - leadNs, () -> line.get(call, id)
                .onSuccess(reply -> heard(reply, id, question))
                .onFailure(call::broken));
    }

    private void heard(HttpLine.Reply reply, String id, long question) {
        if (reply.status() != PENDING) {
            call.answered(reply.status());
        } else if (call.elapsedNs() > call.patienceNs()) {
            call.over(false, "an order that is not settled after " + question + " questions");
        } else {
            ask(id, question + 1);
        }
    }
}
