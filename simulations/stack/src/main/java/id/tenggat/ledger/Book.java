package id.tenggat.ledger;

import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.stamping.SerialNumber;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All accounts of a run, in memory: decides what an entry means. What it knows follows from its rows alone, so that a book
 * into which the same rows are read again decides the same.
 */
final class Book {

    private final Rules rules;
    private final Map<Integer, Account> accounts = new HashMap<>();
    private long lastPayment;
    private long lastSerial;
    private long lastSubmission;

    /** @param serialsAfter serial numbers that are issued begin after this one */
    Book(Rules rules, long serialsAfter) {
        this.rules = rules;
        lastSerial = serialsAfter;
    }

    /** Why an entry can't be made, if it can't. */
    Optional<Refusal> refuses(Entry entry) {
        Account account = accounts.get(entry.applicant());
        int missing = rules.needed(entry.step()) & ~(account == null ? 0 : account.doneSteps());
        if (missing != 0) {
            return Optional.of(new Refusal.OutOfOrder(Integer.numberOfTrailingZeros(missing)));
        }
        return account == null ? Optional.empty() : refusesKey(account, entry);
    }

    private Optional<Refusal> refusesKey(Account account, Entry entry) {
        int own = rules.column(entry.step());
        int found = account.columnOf(hash(entry.key()));
        if (found >= 0 && found != own) {
            return Optional.of(new Refusal.KeyReused(stepOf(found)));
        }
        return own >= 0 && isOther(account.key(own), entry) ? Optional.of(new Refusal.OtherKey()) : Optional.empty();
    }

    private int stepOf(int column) {
        int step = 0;
        while (rules.column(step) != column) {
            step++;
        }
        return step;
    }

    private static boolean isOther(long key, Entry entry) {
        return key != 0 && !entry.key().isEmpty() && key != hash(entry.key());
    }

    /** The serial number of a stamping step: the same at every call, and one stamp of quota at the first. */
    Decision issue(Entry entry) {
        Account account = account(entry.applicant());
        int column = rules.column(entry.step());
        if (account.number(column) != 0) {
            return Decision.unchanged(
                    isOther(account.key(column), entry)
                            ? new Receipt.OtherKey()
                            : new Receipt.Issued(new SerialNumber(account.number(column)), true));
        } else if (account.quota() == 0) {
            return Decision.unchanged(new Receipt.NoQuota());
        }
        long serial = lastSerial + 1;
        return decided(
                new Receipt.Issued(new SerialNumber(serial), false),
                new Row.Issued(serial, entry.applicant(), entry.step(), entry.key()));
    }

    /** A step was done, or befallen by a mishap as it ended; a stamp is not entered so. */
    Decision enter(Entry entry, Mishap mishap) {
        return switch (rules.action(entry.step())) {
            case PAY -> pay(entry, mishap);
            case STAMP -> throw new IllegalArgumentException("a stamp is entered with its serial: " + entry);
            case SUBMIT -> submit(entry);
            case REQUEST, SIGN_UP, VERIFY, UPLOAD, BUY_QUOTA -> note(entry);
        };
    }

    private Decision note(Entry entry) {
        return account(entry.applicant()).isDone(entry.step())
                ? Decision.unchanged(new Receipt.Noted(true))
                : decided(new Receipt.Noted(false), new Row.Done(entry.applicant(), entry.step()));
    }

    private Decision pay(Entry entry, Mishap mishap) {
        Account account = account(entry.applicant());
        int column = rules.column(entry.step());
        if (account.isDone(entry.step())) {
            return Decision.unchanged(
                    isOther(account.key(column), entry)
                            ? new Receipt.OtherKey()
                            : new Receipt.Paid(account.number(column), rules.stampsEach(), true));
        }
        boolean credited = mishap != Mishap.PAYMENT_EXPIRES;
        Row.Paid paid = new Row.Paid(
                lastPayment + 1, entry.applicant(), entry.step(), entry.key(), rules.stampsEach(), credited);
        return decided(
                credited
                        ? new Receipt.Paid(paid.payment(), paid.stamps(), false)
                        : new Receipt.PaymentExpired(paid.payment()),
                paid);
    }

    /** A document was stamped with this serial, which may have been forgotten meanwhile. */
    Decision stamp(Entry entry, long serial, Mishap mishap) {
        Account account = account(entry.applicant());
        int step = entry.step();
        if (account.number(rules.column(step)) != serial) {
            return Decision.unchanged(new Receipt.QuotaLost());
        } else if (isOther(account.key(rules.column(step)), entry)) {
            return Decision.unchanged(new Receipt.OtherKey());
        } else if (account.isDone(step)) {
            return Decision.unchanged(new Receipt.Issued(new SerialNumber(serial), true));
        } else if (mishap == Mishap.QUOTA_LOST) {
            return decided(new Receipt.QuotaLost(), new Row.Forgotten(serial, entry.applicant(), step));
        }
        return decided(
                new Receipt.Issued(new SerialNumber(serial), false), new Row.Stamped(serial, entry.applicant(), step));
    }

    private Decision submit(Entry entry) {
        Account account = account(entry.applicant());
        if (account.isDone(entry.step())) {
            return Decision.unchanged(new Receipt.Submitted(account.number(rules.column(entry.step())), true));
        }
        long number = lastSubmission + 1;
        return decided(
                new Receipt.Submitted(number, false), new Row.Submitted(number, entry.applicant(), entry.step()));
    }

    private Decision decided(Receipt receipt, Row row) {
        take(row);
        return new Decision(receipt, List.of(row));
    }

    /** A row that is new, or was read. */
    void take(Row row) {
        Account account = account(row.applicant());
        if (row instanceof Row.Done done) {
            account.done(done.step());
        } else if (row instanceof Row.Paid paid) {
            takePayment(account, paid);
        } else if (row instanceof Row.Issued issued) {
            lastSerial = Math.max(lastSerial, issued.serial());
            account.useQuota();
            account.number(rules.column(issued.step()), issued.serial(), hash(issued.key()));
        } else if (row instanceof Row.Forgotten forgotten) {
            forget(account, forgotten);
        } else if (row instanceof Row.Stamped stamped) {
            account.done(stamped.step());
        } else if (row instanceof Row.Submitted submitted) {
            lastSubmission = Math.max(lastSubmission, submitted.submission());
            account.number(rules.column(submitted.step()), submitted.submission(), 0);
            account.done(submitted.step());
        }
    }

    /** Where rows are read kind by kind, the step may have a later serial by now, which is not forgotten. */
    private void forget(Account account, Row.Forgotten forgotten) {
        int column = rules.column(forgotten.step());
        if (account.number(column) == forgotten.serial()) {
            account.number(column, 0, 0);
        }
    }

    private void takePayment(Account account, Row.Paid paid) {
        lastPayment = Math.max(lastPayment, paid.payment());
        if (paid.credited()) {
            account.credit(paid.stamps());
            account.number(rules.column(paid.step()), paid.payment(), hash(paid.key()));
            account.done(paid.step());
        }
    }

    private Account account(int applicant) {
        return accounts.computeIfAbsent(applicant, ignored -> new Account(rules.columns()));
    }

    /** 64 bits of a key, never 0 but for no key: FNV-1a (Fowler, Noll, Vo). Keys are compared within one account only. */
    static long hash(String key) {
        if (key.isEmpty()) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (byte octet : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }
}
