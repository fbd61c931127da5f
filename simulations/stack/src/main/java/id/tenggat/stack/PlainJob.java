package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import id.tenggat.ledger.Receipt;

import java.util.function.Consumer;

/** A step without real work: only the ledger takes note. */
record PlainJob(Entry entry, LedgerDesk ledger) implements Attempt.Job {

    @Override
    public void work(Runnable over) {
        over.run();
    }

    @Override
    public void settle(long endNs, Consumer<Answer> answer) {
        ledger.enter(entry, endNs, receipt -> answer.accept(answer(receipt)));
    }

    @Override
    public long settlingNs() {
        return ledger.foreseenNs();
    }

    private Answer answer(Receipt receipt) {
        return LedgerDesk.refusal(receipt)
                .orElseGet(() -> new Answer.Noted(entry.applicant(), ledger.step(entry), receipt));
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
