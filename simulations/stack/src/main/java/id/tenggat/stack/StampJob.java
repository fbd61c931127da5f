package id.tenggat.stack;

import id.tenggat.stamping.SerialNumber;

import java.util.Optional;
import java.util.function.Consumer;

/** A stamping step: stamps the posted document under its serial number, and enters the number as issued once it is stamped. */
final class StampJob implements Attempt.Job {

    /** What stamping jobs share. */
    record Tools(Ledger ledger, StampingDesk desk, Faults faults) {}

    private final Entry entry;
    private final PostedBody body;
    private final Tools tools;
    private Answer made = new Answer.Denied(Problem.ourFault());

    StampJob(Entry entry, PostedBody body, Tools tools) {
        this.entry = entry;
        this.body = body;
        this.tools = tools;
    }

    @Override
    public void work(Runnable over) {
        tools.ledger().allot(entry).whenComplete((serial, failure) -> {
            if (failure == null) {
                stamp(serial, over);
            } else {
                tools.faults().happened("ledger", failure);
                over.run();
            }
        });
    }

    private void stamp(Optional<SerialNumber> serial, Runnable over) {
        if (serial.isEmpty()) {
            made = new Answer.Denied(Problem.noQuota());
            over.run();
            return;
        }
        tools.desk().stamp(body.bytes(), serial.get(), answer -> {
            made = answer;
            over.run();
        });
    }

    @Override
    public void settle(Consumer<Answer> answer) {
        if (made instanceof Answer.Stamped) {
            tools.ledger().enter(entry).whenComplete((receipt, failure) -> {
                if (failure != null) {
                    tools.faults().happened("ledger", failure);
                }
                answer.accept(receipt instanceof Receipt.Issued ? made : denied(receipt));
            });
        } else {
            answer.accept(made);
        }
    }

    private static Answer denied(Receipt receipt) {
        return new Answer.Denied(receipt instanceof Receipt.NoQuota ? Problem.noQuota() : Problem.ourFault());
    }

    @Override
    public void close() {
        body.release();
    }
}
