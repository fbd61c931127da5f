package id.tenggat.stack;

import id.tenggat.recording.Audit;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.stamping.SerialNumber;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A ledger that lasts as long as its process. Every stage that it returns is complete. */
final class MemoryLedger implements Ledger {

    private final Action[] actions;
    private final int stampsEach;
    private final Map<Integer, Account> accounts = new HashMap<>();
    private long lastSequence;
    private long lastSubmission;

    /** Begins with what was done for those who are inside already. */
    MemoryLedger(Journey journey, Preload preload) {
        actions = journey.steps().stream().map(Journey.Step::action).toArray(Action[]::new);
        stampsEach = journey.stamps();
        for (int i = 0; i < preload.size(); i++) {
            enterAll(preload.applicant(i), preload.doneSteps(i));
        }
    }

    /** Payments first, so that the stamps have their quota. */
    private void enterAll(int applicant, int doneSteps) {
        int payments = Preload.steps(actions, Action.PAY);
        for (int part : new int[] {doneSteps & payments, doneSteps & ~payments}) {
            for (int bits = part; bits != 0; bits &= bits - 1) {
                enterNow(new Entry(applicant, Integer.numberOfTrailingZeros(bits)));
            }
        }
    }

    @Override
    public CompletionStage<Optional<SerialNumber>> allot(Entry entry) {
        Account account = account(entry);
        boolean mayStamp = account.isDone(entry.step()) || account.quota() > 0;
        return CompletableFuture.completedFuture(
                mayStamp ? Optional.of(serial(account, entry.step())) : Optional.empty());
    }

    private SerialNumber serial(Account account, int step) {
        if (account.number(step) == 0) {
            account.number(step, ++lastSequence);
        }
        return new SerialNumber(account.number(step));
    }

    @Override
    public CompletionStage<Receipt> enter(Entry entry) {
        try {
            return CompletableFuture.completedFuture(enterNow(entry));
        } catch (IllegalStateException unbalanced) {
            return CompletableFuture.failedFuture(unbalanced);
        }
    }

    private Receipt enterNow(Entry entry) {
        Account account = account(entry);
        int step = entry.step();
        boolean repeated = account.isDone(step);
        return switch (actions[step]) {
            case PAY -> pay(account, step, repeated);
            case STAMP -> issue(account, step, repeated);
            case SUBMIT -> submit(account, step, repeated);
            case REQUEST, SIGN_UP, VERIFY, UPLOAD, BUY_QUOTA -> {
                account.done(step);
                yield new Receipt.Noted(repeated);
            }
        };
    }

    private Receipt pay(Account account, int step, boolean repeated) {
        if (!repeated) {
            account.pay(step, stampsEach);
        }
        return new Receipt.Paid(stampsEach, repeated);
    }

    private Receipt issue(Account account, int step, boolean repeated) {
        if (!repeated) {
            if (account.quota() == 0) {
                return new Receipt.NoQuota();
            }
            account.issue(step);
        }
        return new Receipt.Issued(serial(account, step), repeated);
    }

    private Receipt submit(Account account, int step, boolean repeated) {
        if (!repeated) {
            account.number(step, ++lastSubmission);
            account.done(step);
        }
        return new Receipt.Submitted(account.number(step), repeated);
    }

    private Account account(Entry entry) {
        return accounts.computeIfAbsent(entry.applicant(), applicant -> new Account(actions.length));
    }

    @Override
    public CompletionStage<Audit> audit() {
        long paid = 0;
        long issued = 0;
        long refundable = 0;
        for (Account account : accounts.values()) {
            paid += account.paid();
            issued += account.issued();
            refundable += account.quota();
        }
        return CompletableFuture.completedFuture(
                new Audit(paid, issued, refundable, duplicated(numbers(Action.STAMP)), numbers(Action.SUBMIT).length));
    }

    /** The numbers of all steps of this action that are done. */
    private long[] numbers(Action action) {
        int steps = Preload.steps(actions, action);
        return accounts.values().stream()
                .flatMapToLong(account -> java.util.stream.IntStream.range(0, actions.length)
                        .filter(step -> (steps >>> step & 1) == 1 && account.isDone(step))
                        .mapToLong(account::number))
                .toArray();
    }

    private static long duplicated(long[] serials) {
        long different = Arrays.stream(serials).distinct().count();
        return serials.length - different;
    }
}
