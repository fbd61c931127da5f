package id.tenggat.stack;

import java.util.function.Consumer;

/**
 * A step without real work: only the ledger takes note.
 *
 * @param step the step's name
 */
record PlainJob(Entry entry, String step, Ledger ledger, Faults faults) implements Attempt.Job {

    @Override
    public void work(Runnable over) {
        over.run();
    }

    @Override
    public void settle(Consumer<Answer> answer) {
        ledger.enter(entry).whenComplete((receipt, failure) -> {
            if (failure == null) {
                answer.accept(new Answer.Noted(entry.applicant(), step, receipt));
            } else {
                faults.happened("ledger", failure);
                answer.accept(new Answer.Denied(Problem.ourFault()));
            }
        });
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
