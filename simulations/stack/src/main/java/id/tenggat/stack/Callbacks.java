package id.tenggat.stack;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Calls whose third party calls back. {@code POST /{name}} with {@code {"callback": "http://…"}} is answered at once; later
 * the third party posts {@code {"status": "settled"}} or {@code {"status": "failed"}} there, which is
 * {@code POST /third-parties/{token}} of this stack. Whatever else is posted fails the call.
 */
final class Callbacks {

    private static final int BODY_BYTES_MAX = 64 << 10;

    private final IntSupplier port;
    private final String base;
    private final Map<String, Waiting> open = new HashMap<>();

    private record Waiting(OpenCall call, EngineTime.Alarm patience) {}

    /** Those of a run; the port is this stack's, and asked for when calls are made. */
    Callbacks(IntSupplier port) {
        this(port, "");
    }

    /**
     * @param port of this stack, asked when calls are made
     * @param base what the path begins with
     */
    Callbacks(IntSupplier port, String base) {
        this.port = port;
        this.base = base;
    }

    /** Makes a call that a callback ends, or nobody does for longer than it may take. */
    void order(OpenCall call, HttpLine line) {
        String token = Token.fresh();
        Map<String, String> orders = call.orders(call.drawn().settledNs());
        orders.put(DrawnAnswer.ANSWERS_HEADER, DrawnAnswer.WEBHOOK);
        orders.put("Content-Type", "application/json");
        EngineTime.Alarm patience = call.at(call.patienceNs(), () -> end(token, false, "no callback"));
        open.put(token, new Waiting(call, patience));
        line.post(call, orders, body(token))
                .onSuccess(reply -> {
                    if (reply.status() >= 400) {
                        end(token, false, "status " + reply.status());
                    }
                })
                .onFailure(cause -> end(token, false, cause.toString()));
    }

    private Buffer body(String token) {
        String url = "http://" + WireMockHost.LOOPBACK + ":" + port.getAsInt() + base + "/third-parties/" + token;
        return new JsonObject().put("callback", url).toBuffer();
    }

    private void end(String token, boolean well, String heard) {
        Waiting waiting = open.remove(token);
        if (waiting != null) {
            waiting.patience().cancel();
            waiting.call().over(well, heard);
        }
    }

    /** A third party calls back. */
    void handle(HttpServerRequest request, String token) {
        if (!open.containsKey(token)) {
            Replies.problem(request.response(), Problem.notFound("no call waits for this: " + Steps.shown(token)));
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= BODY_BYTES_MAX) {
                body.appendBuffer(chunk);
            } else {
                request.connection().close();
            }
        });
        request.exceptionHandler(broken -> end(token, false, broken.toString()));
        request.endHandler(end -> heard(request, token, body));
    }

    private void heard(HttpServerRequest request, String token, Buffer body) {
        request.exceptionHandler(null);
        String status = status(body);
        if (status.equals("settled") || status.equals("failed")) {
            request.response().setStatusCode(204).end();
        } else {
            Replies.problem(
                    request.response(),
                    Problem.malformed("a callback must be {\"status\": \"settled\"} or {\"status\": \"failed\"}"));
        }
        end(token, status.equals("settled"), "callback " + body);
    }

    private static String status(Buffer body) {
        try {
            return String.valueOf(new JsonObject(body).getValue("status"));
        } catch (DecodeException | ClassCastException e) {
            return "";
        }
    }
}
