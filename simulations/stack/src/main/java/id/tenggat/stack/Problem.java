package id.tenggat.stack;

import id.tenggat.stamping.Refusal;

import java.time.Duration;

/**
 * Why a request isn't granted, as RFC 9457 has it.
 *
 * @param status HTTP status
 * @param reason for machines, in kebab case
 * @param detail one sentence for people
 */
record Problem(int status, String reason, String detail) {

    static Problem malformed(String detail) {
        return new Problem(400, "malformed", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "not-found", detail);
    }

    static Problem wrongMethod(String allowed) {
        return new Problem(405, "wrong-method", "this path takes " + allowed + " only");
    }

    static Problem closed(String closes) {
        return new Problem(409, "closed", "closed at " + closes);
    }

    static Problem outOfOrder(String missing) {
        return new Problem(409, "out-of-order", "the applicant has not done " + missing + ": do that first");
    }

    static Problem otherKey() {
        return new Problem(
                409,
                "other-idempotency-key",
                "this step was done under another Idempotency-Key, and is done once only");
    }

    static Problem keyReused(String ofStep) {
        return new Problem(422, "idempotency-key-reused", "this Idempotency-Key belongs to " + ofStep);
    }

    static Problem paymentExpired() {
        return new Problem(402, "payment-expired", "the payment expired; no quota was credited");
    }

    static Problem noQuota() {
        return new Problem(409, "no-quota", "the applicant has no paid stamp left: buy and pay quota first");
    }

    static Problem tooLarge(int limitBytes) {
        return new Problem(413, "too-large", "a body may have at most " + limitBytes + " bytes");
    }

    static Problem wrongType(String mediaType, String found) {
        return new Problem(
                415, "wrong-content-type", "the body must be " + mediaType + ", found " + Steps.shown(found));
    }

    static Problem refused(Refusal refusal) {
        return new Problem(422, refusal.reason(), refusal.message());
    }

    static Problem tooSlow(Duration receiving) {
        return new Problem(408, "too-slow", "a request must come whole within " + receiving.toSeconds() + " s");
    }

    static Problem lineTooLong() {
        return new Problem(
                414,
                "line-too-long",
                "a request's first line may have at most " + HttpLimits.LINE_BYTES_MAX + " bytes");
    }

    static Problem headersTooLarge() {
        return new Problem(
                431,
                "headers-too-large",
                "a request may have at most " + HttpLimits.HEADERS_MAX + " headers and " + HttpLimits.HEADER_BYTES_MAX
                        + " bytes of them");
    }

    static Problem foreignHost(String host) {
        return new Problem(
                403, "foreign-host", "the header Host must name this machine, 127.0.0.1, found " + Steps.shown(host));
    }

    static Problem foreignOrigin(String origin) {
        return new Problem(403, "foreign-origin", "pages of " + Steps.shown(origin) + " may ask nothing here");
    }

    static Problem unmetExpectation(String expected) {
        return new Problem(417, "unmet-expectation", "Expect must be 100-continue, found " + Steps.shown(expected));
    }

    static Problem tooManyConnections(int limit) {
        return new Problem(503, "too-many-connections", "the stack holds as many connections as it may: " + limit);
    }

    static Problem ledgerBehind() {
        return new Problem(503, "ledger-behind", "more waits for the ledger than may: it does not keep up");
    }

    static Problem noMemory() {
        return new Problem(
                503, "no-memory", "the stack keeps as many posted bodies as its memory allows: give it a larger heap");
    }

    static Problem ourFault() {
        return new Problem(500, "stack-fault", "the stack itself failed at this request");
    }
}
