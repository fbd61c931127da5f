package id.tenggat.stack;

import id.tenggat.stamping.Placement;
import id.tenggat.stamping.SerialNumber;
import id.tenggat.stamping.StampLimits;
import id.tenggat.stamping.StampRefusedException;
import id.tenggat.stamping.Stamper;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;

import java.util.function.Consumer;

/** Really stamps documents, on a few threads of its own. */
final class StampingDesk {

    /** The largest document: what a scenario may give a step as payload. */
    static final int SIZE_BYTES_MAX = 16 << 20;

    /** The lower right corner of an A4 page, where letters are signed. */
    private static final Placement PLACEMENT = new Placement(1, 440, 60, 90);

    /** What a document may ask for. */
    static final StampLimits LIMITS = new StampLimits(
            SIZE_BYTES_MAX,
            StampLimits.UPLOAD.pages(),
            StampLimits.UPLOAD.objects(),
            StampLimits.UPLOAD.inflatedBytes());

    private final Stamper stamper;
    private final WorkerExecutor threads;
    private final Faults faults;

    StampingDesk(WorkerExecutor threads, Faults faults, Stamper stamper) {
        this.stamper = stamper;
        this.threads = threads;
        this.faults = faults;
    }

    /** Stamps a document, and answers on the caller's thread. */
    void stamp(byte[] pdf, SerialNumber serial, Consumer<Answer> done) {
        threads.executeBlocking(() -> stamped(pdf, serial), false).onComplete(answer -> {
            if (answer.succeeded()) {
                done.accept(answer.result());
            } else {
                faults.happened("stamping", answer.cause());
                done.accept(new Answer.Denied(Problem.ourFault()));
            }
        });
    }

    private Answer stamped(byte[] pdf, SerialNumber serial) {
        try {
            return new Answer.Stamped(Buffer.buffer(stamper.stamp(pdf, PLACEMENT, serial)), serial);
        } catch (StampRefusedException e) {
            return new Answer.Denied(Problem.refused(e.refusal()));
        }
    }
}
