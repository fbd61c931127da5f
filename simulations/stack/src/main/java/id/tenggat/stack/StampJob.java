package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import id.tenggat.ledger.Receipt;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A stamping step, in two: issues the serial number, which uses up quota, then stamps the posted document under it. Whoever
 * comes again between the two is stamped under the same number.
 */
final class StampJob implements Attempt.Job {

    /** What stamping jobs work with. */
    record Tools(LedgerDesk ledger, StampingDesk desk) {}

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
        tools.ledger().issue(entry, receipt -> {
            if (receipt instanceof Receipt.Issued issued) {
                stamp(issued, over);
            } else {
                refuse(receipt);
                over.run();
            }
        });
    }

    private void refuse(Receipt receipt) {
        Optional<Answer> refusal = LedgerDesk.refusal(receipt);
        if (refusal.isPresent()) {
            made = refusal.get();
        }
    }

    private void stamp(Receipt.Issued issued, Runnable over) {
        tools.desk().stamp(body.bytes(), issued.serial(), answer -> {
            made = answer;
            over.run();
        });
    }

    @Override
    public void settle(long endNs, Consumer<Answer> answer) {
        if (made instanceof Answer.Stamped stamped) {
            tools.ledger().stamp(entry, stamped.serial(), endNs, receipt -> {
                refuse(receipt);
                answer.accept(made);
            });
        } else {
            answer.accept(made);
        }
    }

    @Override
    public long settlingNs() {
        return tools.ledger().foreseenNs();
    }

    @Override
    public void close() {
        body.release();
    }
}
