package id.tenggat.stack;

import id.tenggat.ledger.Receipt;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

import java.time.Duration;

/** Writes responses. What is written to a connection that its client has closed goes nowhere. */
final class Replies {

    static final String SERIAL_HEADER = "Tenggat-Serial";
    static final String RECEIPT_HEADER = "Tenggat-Receipt";
    static final String RETRY_AFTER_MS_HEADER = "Tenggat-Retry-After-Ms";

    private Replies() {}

    static void json(HttpServerResponse response, JsonObject json) {
        end(response, "application/json", json.toBuffer());
    }

    static void text(HttpServerResponse response, String contentType, Buffer text) {
        end(response, contentType, text);
    }

    static void csv(HttpServerResponse response, String csv) {
        end(response, "text/csv; charset=utf-8", Buffer.buffer(csv));
    }

    /** As RFC 9512 names it. */
    static void yaml(HttpServerResponse response, Buffer yaml) {
        end(response, "application/yaml", yaml);
    }

    /** The number that the client may hold against the ledger later. */
    static void receipt(HttpServerResponse response, Receipt receipt) {
        if (receipt instanceof Receipt.Paid paid) {
            response.putHeader(RECEIPT_HEADER, Long.toString(paid.payment()));
        } else if (receipt instanceof Receipt.Submitted submitted) {
            response.putHeader(RECEIPT_HEADER, Long.toString(submitted.number()));
        }
    }

    static void pdf(HttpServerResponse response, Answer.Stamped stamped) {
        response.putHeader(SERIAL_HEADER, stamped.serial().digits());
        response.putHeader(RECEIPT_HEADER, Long.toString(stamped.serial().sequence()));
        end(response, "application/pdf", stamped.pdf());
    }

    static void problem(HttpServerResponse response, Problem problem) {
        response.setStatusCode(problem.status());
        end(
                response,
                "application/problem+json",
                json(problem, response.getStatusMessage()).toBuffer());
    }

    /** A problem as RFC 9457 writes it, with the status in words. */
    static JsonObject json(Problem problem, String title) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("status", problem.status())
                .put("reason", problem.reason())
                .put("detail", problem.detail())
                .put("title", title);
    }

    /** Whole seconds rounded up, as HTTP has it, and milliseconds rounded up beside it. */
    static void retryAfter(HttpServerResponse response, Duration wait) {
        long waitMs = wholeMs(wait);
        response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString((waitMs + 999) / 1000));
        response.putHeader(RETRY_AFTER_MS_HEADER, Long.toString(waitMs));
    }

    /** Milliseconds, rounded up. */
    static long wholeMs(Duration wait) {
        return wait.plusNanos(999_999).toMillis();
    }

    private static void end(HttpServerResponse response, String contentType, Buffer body) {
        if (!response.ended() && !response.closed()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
            response.end(body);
        }
    }
}
