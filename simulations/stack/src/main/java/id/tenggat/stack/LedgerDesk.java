package id.tenggat.stack;

import id.tenggat.ledger.Entry;
import id.tenggat.ledger.Receipt;
import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.stamping.SerialNumber;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The ledger as one attempt's job sees it.
 *
 * @param attemptKey number of the attempt over all visits
 */
record LedgerDesk(StackRun run, int attemptKey, Faults faults) {

    /** Issues the serial number of a stamping step. */
    void issue(Entry entry, Consumer<Receipt> then) {
        tell(run.ledger().issue(entry), then);
    }

    /** Enters a step whose service ends then, or the mishap that befalls it. */
    void enter(Entry entry, long endNs, Consumer<Receipt> then) {
        tell(run.ledger().enter(entry, mishap(entry, endNs)), then);
    }

    /** Enters a stamp with this serial whose service ends then, or the mishap that befalls it. */
    void stamp(Entry entry, SerialNumber serial, long endNs, Consumer<Receipt> then) {
        tell(run.ledger().stamp(entry, serial, mishap(entry, endNs)), then);
    }

    private Mishap mishap(Entry entry, long endNs) {
        return run.mishaps().at(endNs, entry.applicant(), entry.step(), attemptKey);
    }

    /** What it will hardly take longer than until an entry is durable, in nanoseconds. */
    long foreseenNs() {
        return run.ledger().foreseenNs();
    }

    private void tell(CompletionStage<Receipt> stage, Consumer<Receipt> then) {
        var unused = stage.whenComplete((receipt, failure) -> {
            if (failure == null) {
                then.accept(receipt);
            } else {
                faults.happened("ledger", failure);
                then.accept(new Receipt.Unkept());
            }
        });
    }

    /** The name of an entry's step. */
    String step(Entry entry) {
        return run.scenario().journey().steps().get(entry.step()).name();
    }

    /** What a client gets instead of what was asked for, if a receipt says so. */
    static Optional<Answer> refusal(Receipt receipt) {
        if (receipt instanceof Receipt.NoQuota) {
            return Optional.of(new Answer.Denied(Problem.noQuota()));
        } else if (receipt instanceof Receipt.OtherKey) {
            return Optional.of(new Answer.Denied(Problem.otherKey()));
        } else if (receipt instanceof Receipt.PaymentExpired) {
            return Optional.of(new Answer.Denied(Problem.paymentExpired()));
        } else if (receipt instanceof Receipt.QuotaLost) {
            return Optional.of(new Answer.Dropped());
        }
        return receipt instanceof Receipt.Unkept
                ? Optional.of(new Answer.Denied(Problem.ourFault()))
                : Optional.empty();
    }
}
