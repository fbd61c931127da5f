package id.tenggat.ledger;

import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Findings;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.stack.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import static id.tenggat.ledger.LedgerBench.issued;
import static id.tenggat.stack.Scenarios.PAY;
import static id.tenggat.stack.Scenarios.SIGN_UP;
import static id.tenggat.stack.Scenarios.STAMP;
import static id.tenggat.stack.Scenarios.STAMP_AGAIN;
import static id.tenggat.stack.Scenarios.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

/** What a ledger does, wherever it is kept: each place has a test of its own that runs all of these. */
abstract class LedgerTest {

    static final Scenario SCENARIO = Scenarios.roomy();

    @TempDir
    Path folder = Path.of("");

    /** An empty place. */
    abstract LedgerPlace place(Path folder);

    static LedgerBench open(LedgerPlace place) throws LedgerException {
        return new LedgerBench(place, SCENARIO);
    }

    private LedgerBench open() throws LedgerException {
        return open(place(folder));
    }

    @Test
    void what_is_thrown_away_beside_it_leaves_nothing() throws LedgerException {
        LedgerPlace place = place(folder);
        Set<String> temporary = temporaryFiles();
        try (LedgerBench ledger = open(place)) {
            ledger.enter(1, SIGN_UP);
            Audit before = ledger.audit();
            List<String> receipts = ledger.receipts();
            try (LedgerBench beside = LedgerBench.unkept(place, SCENARIO)) {
                assertThat(beside.run()).as("knows nothing of it").isEqualTo(1);
                beside.enter(1, SIGN_UP);
                beside.enter(1, PAY);
                assertThat(beside.stamp(1, STAMP)).isEqualTo(issued(9_000_000_000_000_000_001L, false));
                assertThat(beside.audit().issued()).isEqualTo(1);
                assertThat(temporaryFiles()).as("while it is open").isEqualTo(temporary);
            }
            assertThat(ledger.audit()).isEqualTo(before);
            assertThat(ledger.receipts()).isEqualTo(receipts);
            assertThat(ledger.enter(1, PAY)).isEqualTo(new Receipt.Paid(1, 2, false));
        }
    }

    private static Set<String> temporaryFiles() {
        String[] names =
                new File(System.getProperty("java.io.tmpdir")).list((in, name) -> name.startsWith("tenggat-unkept"));
        return Set.of(Objects.requireNonNull(names));
    }

    @Test
    void a_payment_made_twice_owes_stamps_once() throws LedgerException {
        try (LedgerBench ledger = open()) {
            assertThat(ledger.enter(1, PAY)).isEqualTo(new Receipt.Paid(1, 2, false));
            assertThat(ledger.enter(1, PAY)).isEqualTo(new Receipt.Paid(1, 2, true));
            assertThat(ledger.enter(2, PAY)).isEqualTo(new Receipt.Paid(2, 2, false));

            assertThat(ledger.audit()).isEqualTo(new Audit(4, 0, 4, 0, 0));
        }
    }

    @Test
    void a_stamp_repeated_keeps_its_serial_and_takes_no_more_quota() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.enter(1, PAY);

            assertThat(ledger.stamp(1, STAMP)).isEqualTo(issued(1, false));
            assertThat(ledger.stamp(1, STAMP)).isEqualTo(issued(1, true));
            assertThat(ledger.stamp(1, STAMP_AGAIN)).isEqualTo(issued(2, false));

            assertThat(ledger.audit()).isEqualTo(new Audit(2, 2, 0, 0, 0));
        }
    }

    @Test
    void a_stamp_without_payment_is_refused_and_changes_nothing() throws LedgerException {
        try (LedgerBench ledger = open()) {
            assertThat(ledger.issue(new Entry(1, STAMP))).isEqualTo(new Receipt.NoQuota());
            assertThat(ledger.audit()).isEqualTo(new Audit(0, 0, 0, 0, 0));
        }
    }

    @Test
    void a_serial_that_was_issued_waits_for_its_signature() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.enter(1, PAY);

            assertThat(ledger.issue(new Entry(1, STAMP))).isEqualTo(issued(1, false));
            assertThat(ledger.issue(new Entry(1, STAMP))).isEqualTo(issued(1, true));
            assertThat(ledger.audit()).isEqualTo(new Audit(2, 0, 2, 0, 0, new Findings(0, 0, 1, 0, 0)));

            assertThat(ledger.stamp(1, STAMP)).isEqualTo(issued(1, false));
            assertThat(ledger.audit()).isEqualTo(new Audit(2, 1, 1, 0, 0));
        }
    }

    @Test
    void a_submission_repeated_keeps_its_number() throws LedgerException {
        try (LedgerBench ledger = open()) {
            assertThat(ledger.enter(7, SUBMIT)).isEqualTo(new Receipt.Submitted(1, false));
            assertThat(ledger.enter(8, SUBMIT)).isEqualTo(new Receipt.Submitted(2, false));
            assertThat(ledger.enter(7, SUBMIT)).isEqualTo(new Receipt.Submitted(1, true));

            assertThat(ledger.audit().submitted()).isEqualTo(2);
        }
    }

    @Test
    void a_submission_without_its_stamps_is_found() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.crowd(new Ledger.CrowdEntry(7, 0b11111), new Ledger.CrowdEntry(8, 0b10111));

            assertThat(ledger.audit()).isEqualTo(new Audit(4, 3, 1, 0, 2, new Findings(0, 0, 0, 1, 0)));
        }
    }

    @Test
    void a_step_that_is_only_noted_says_whether_it_was_before() throws LedgerException {
        try (LedgerBench ledger = open()) {
            assertThat(ledger.enter(1, SIGN_UP)).isEqualTo(new Receipt.Noted(false));
            assertThat(ledger.enter(1, SIGN_UP)).isEqualTo(new Receipt.Noted(true));
        }
    }

    @Test
    void a_payment_that_expired_is_taken_and_credits_nothing() throws LedgerException {
        try (LedgerBench ledger = open()) {
            Entry payment = new Entry(1, PAY, "k");
            assertThat(ledger.enter(payment, Mishap.PAYMENT_EXPIRES)).isEqualTo(new Receipt.PaymentExpired(1));
            assertThat(ledger.issue(new Entry(1, STAMP))).isEqualTo(new Receipt.NoQuota());
            assertThat(ledger.enter(payment, Mishap.NONE)).isEqualTo(new Receipt.Paid(2, 2, false));

            Audit audit = ledger.audit();
            assertThat(audit).isEqualTo(new Audit(4, 0, 2, 0, 0, new Findings(2, 0, 0, 0, 0)));
            assertThat(audit.lost()).isEqualTo(2);
        }
    }

    @Test
    void quota_that_was_lost_gives_another_serial_as_long_as_there_is_more() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.enter(1, PAY);
            Receipt first = ledger.issue(new Entry(1, STAMP));
            assertThat(ledger.stamp(new Entry(1, STAMP), first, Mishap.QUOTA_LOST))
                    .isEqualTo(new Receipt.QuotaLost());
            assertThat(ledger.stamp(1, STAMP)).isEqualTo(issued(2, false));
            assertThat(ledger.stamp(1, STAMP_AGAIN)).isEqualTo(new Receipt.NoQuota());

            Audit audit = ledger.audit();
            assertThat(audit).isEqualTo(new Audit(2, 1, 0, 0, 0, new Findings(0, 1, 0, 0, 0)));
            assertThat(audit.lost()).isEqualTo(1);
        }
    }

    @Test
    void nobody_is_stamped_under_a_serial_that_was_forgotten() throws LedgerException {
        try (LedgerBench ledger = open()) {
            Entry entry = new Entry(1, STAMP, "k");
            ledger.enter(1, PAY);
            Receipt first = ledger.issue(entry);
            Receipt again = ledger.issue(entry);
            assertThat(ledger.stamp(entry, first, Mishap.QUOTA_LOST)).isEqualTo(new Receipt.QuotaLost());
            Receipt second = ledger.issue(entry);

            assertThat(ledger.stamp(entry, again, Mishap.NONE))
                    .as("stamped under the first")
                    .isEqualTo(new Receipt.QuotaLost());
            assertThat(ledger.stamp(entry, second, Mishap.NONE)).isEqualTo(issued(2, false));
            assertThat(ledger.receipts()).containsExactly("step,number,applicant", "1,1,1", "2,2,1");
        }
    }

    @Test
    void a_mishap_befalls_nothing_that_was_done() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.enter(1, PAY);
            ledger.stamp(1, STAMP);

            assertThat(ledger.enter(new Entry(1, PAY), Mishap.PAYMENT_EXPIRES)).isEqualTo(new Receipt.Paid(1, 2, true));
            assertThat(ledger.stamp(new Entry(1, STAMP), issued(1, true), Mishap.QUOTA_LOST))
                    .isEqualTo(issued(1, true));
            assertThat(ledger.audit()).isEqualTo(new Audit(2, 1, 1, 0, 0));
        }
    }

    @Test
    void steps_come_in_their_order() throws LedgerException {
        try (LedgerBench ledger = open()) {
            assertThat(ledger.refuses(new Entry(1, SIGN_UP))).isEmpty();
            assertThat(ledger.refuses(new Entry(1, SUBMIT))).contains(new Refusal.OutOfOrder(SIGN_UP));
            ledger.enter(1, SIGN_UP);
            assertThat(ledger.refuses(new Entry(1, STAMP))).contains(new Refusal.OutOfOrder(PAY));
            ledger.enter(1, PAY);
            assertThat(ledger.refuses(new Entry(1, STAMP))).isEmpty();
            assertThat(ledger.refuses(new Entry(1, STAMP_AGAIN))).contains(new Refusal.OutOfOrder(STAMP));
            assertThat(ledger.refuses(new Entry(2, PAY))).contains(new Refusal.OutOfOrder(SIGN_UP));
        }
    }

    @Test
    void steps_that_some_do_by_another_way_need_not_be_done_here() throws LedgerException {
        Effect stampsElsewhere = new Effect.Channel(2, 0.3, Scenarios.fixed(1));
        Scenario elsewhere = Scenarios.of(
                SCENARIO.stack().stations(), List.of(), List.of(Scenarios.incident(stampsElsewhere, 0, 1000)));
        try (LedgerBench ledger = new LedgerBench(place(folder), elsewhere)) {
            ledger.crowd(new Ledger.CrowdEntry(1, 0b00011));
            assertThat(ledger.refuses(new Entry(1, SUBMIT))).isEmpty();
            ledger.enter(1, SUBMIT);
            assertThat(ledger.audit().findings()).isEqualTo(Findings.NONE);
        }
    }

    @Test
    void an_operation_is_done_under_one_key() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.crowd(new Ledger.CrowdEntry(1, 1));
            ledger.enter(new Entry(1, PAY, "first"), Mishap.NONE);

            assertThat(ledger.refuses(new Entry(1, PAY, "first"))).isEmpty();
            assertThat(ledger.refuses(new Entry(1, PAY, "second"))).contains(new Refusal.OtherKey());
            assertThat(ledger.enter(new Entry(1, PAY, "second"), Mishap.NONE)).isEqualTo(new Receipt.OtherKey());
            assertThat(ledger.refuses(new Entry(1, STAMP, "first"))).contains(new Refusal.KeyReused(PAY));
            assertThat(ledger.refuses(new Entry(1, STAMP, "third"))).isEmpty();
            ledger.issue(new Entry(1, STAMP, "third"));
            assertThat(ledger.issue(new Entry(1, STAMP, "fourth"))).isEqualTo(new Receipt.OtherKey());
            assertThat(ledger.audit().paid()).isEqualTo(2);
        }
    }

    @Test
    void what_was_done_for_a_crowd_may_be_repeated_under_any_key() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.crowd(new Ledger.CrowdEntry(1, 0b00111));
            assertThat(ledger.audit()).isEqualTo(new Audit(2, 1, 1, 0, 0));
            assertThat(ledger.enter(new Entry(1, PAY, "k"), Mishap.NONE)).isEqualTo(new Receipt.Paid(1, 2, true));
            assertThat(ledger.issue(new Entry(1, STAMP, "l"))).isEqualTo(issued(1, true));
        }
    }

    @Test
    void what_a_crowd_has_lost_is_lost() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.crowd(
                    new Ledger.CrowdEntry(1, 0b00011, 2),
                    new Ledger.CrowdEntry(2, 0b00111, 1),
                    new Ledger.CrowdEntry(3, 0b00011, 1));
            assertThat(ledger.audit()).isEqualTo(new Audit(6, 1, 1, 0, 0, new Findings(0, 4, 0, 0, 0)));
            assertThat(ledger.receipts()).containsExactly("step,number,applicant", "1,1,1", "1,2,2", "1,3,3", "2,4,2");

            assertThat(ledger.issue(new Entry(1, STAMP))).isEqualTo(new Receipt.NoQuota());
            assertThat(ledger.issue(new Entry(2, STAMP))).isEqualTo(issued(4, true));
            assertThat(ledger.issue(new Entry(2, STAMP_AGAIN))).isEqualTo(new Receipt.NoQuota());
            assertThat(ledger.stamp(3, STAMP)).isEqualTo(issued(6, false));
            assertThat(ledger.stamp(3, STAMP_AGAIN)).isEqualTo(new Receipt.NoQuota());
            assertThat(ledger.audit().duplicated()).isZero();
        }
    }

    @Test
    void a_new_run_knows_nothing_of_the_one_before() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.enter(1, PAY);
            ledger.begin(Optional.empty());

            assertThat(ledger.audit()).isEqualTo(new Audit(0, 0, 0, 0, 0));
            assertThat(ledger.enter(1, PAY)).isEqualTo(new Receipt.Paid(1, 2, false));
        }
    }

    @Test
    void receipts_are_listed_without_payments_in_vain() throws LedgerException {
        try (LedgerBench ledger = open()) {
            ledger.enter(new Entry(4, PAY), Mishap.PAYMENT_EXPIRES);
            ledger.crowd(new Ledger.CrowdEntry(5, 0b11111));

            assertThat(ledger.receipts()).containsExactly("step,number,applicant", "1,2,5", "2,1,5", "3,2,5", "4,1,5");
        }
    }

    /** Entries in any order, many times over: paid = issued + refundable + lost, and no serial twice. */
    @Test
    void stamps_add_up_whatever_is_entered_in_whatever_order() throws LedgerException {
        long seed = 20240906;
        SplittableRandom random = new SplittableRandom(seed);
        Set<Receipt> stamps = new HashSet<>();
        try (LedgerBench ledger = open()) {
            for (int i = 0; i < 3_000; i++) {
                Receipt receipt = act(ledger, random);
                if (receipt instanceof Receipt.Issued issued && !issued.repeated()) {
                    assertThat(stamps.add(issued)).as("seed %d", seed).isTrue();
                }
            }
            Audit audit = ledger.audit();
            assertThat(audit.lost())
                    .isEqualTo(audit.findings().paidWithoutQuota()
                            + audit.findings().quotaLost())
                    .isPositive();
            assertThat(audit.duplicated()).isZero();
            assertThat(audit.issued()).isEqualTo(stamps.size()).isPositive();
        }
    }

    static Receipt act(LedgerBench ledger, SplittableRandom random) {
        int applicant = random.nextInt(200);
        int step = random.nextInt(5);
        boolean befallen = random.nextInt(4) == 0;
        if (step == STAMP || step == STAMP_AGAIN) {
            Receipt issued = ledger.issue(new Entry(applicant, step));
            return issued instanceof Receipt.Issued && random.nextInt(4) > 0
                    ? ledger.stamp(new Entry(applicant, step), issued, befallen ? Mishap.QUOTA_LOST : Mishap.NONE)
                    : new Receipt.NoQuota();
        }
        return ledger.enter(new Entry(applicant, step), befallen ? Mishap.PAYMENT_EXPIRES : Mishap.NONE);
    }
}
