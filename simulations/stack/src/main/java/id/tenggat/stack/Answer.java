package id.tenggat.stack;

import id.tenggat.ledger.Receipt;
import id.tenggat.stamping.SerialNumber;
import io.vertx.core.buffer.Buffer;

/** What a client gets that was served. */
sealed interface Answer {

    /** A receipt of the ledger for a step. */
    record Noted(int applicant, String step, Receipt receipt) implements Answer {}

    /** A stamped document. */
    record Stamped(Buffer pdf, SerialNumber serial) implements Answer {}

    /** The request can't be granted. */
    record Denied(Problem problem) implements Answer {}

    /** The connection ends without an answer. */
    record Dropped() implements Answer {}
}
