package id.tenggat.stack;

import id.tenggat.recording.Audit;
import id.tenggat.scenario.Scenario;
import id.tenggat.stamping.SerialNumber;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import static id.tenggat.stack.Scenarios.PAY;
import static id.tenggat.stack.Scenarios.SIGN_UP;
import static id.tenggat.stack.Scenarios.STAMP;
import static id.tenggat.stack.Scenarios.STAMP_AGAIN;
import static id.tenggat.stack.Scenarios.SUBMIT;
import static org.assertj.core.api.Assertions.assertThat;

class MemoryLedgerTest {

    private static final Scenario SCENARIO = Scenarios.roomy();

    private final MemoryLedger ledger = new MemoryLedger(SCENARIO.journey(), Preload.NOTHING);

    private Receipt enter(int applicant, int step) {
        return ledger.enter(new Entry(applicant, step)).toCompletableFuture().join();
    }

    private Optional<SerialNumber> allot(int applicant, int step) {
        return ledger.allot(new Entry(applicant, step)).toCompletableFuture().join();
    }

    private Audit audit(Ledger of) {
        return of.audit().toCompletableFuture().join();
    }

    @Test
    void a_payment_made_twice_owes_stamps_once() {
        assertThat(enter(1, PAY)).isEqualTo(new Receipt.Paid(2, false));
        assertThat(enter(1, PAY)).isEqualTo(new Receipt.Paid(2, true));

        assertThat(audit(ledger)).isEqualTo(new Audit(2, 0, 2, 0, 0));
    }

    @Test
    void a_stamp_repeated_keeps_its_serial_and_takes_no_more_quota() {
        enter(1, PAY);

        assertThat(enter(1, STAMP)).isEqualTo(new Receipt.Issued(new SerialNumber(1), false));
        assertThat(enter(1, STAMP)).isEqualTo(new Receipt.Issued(new SerialNumber(1), true));
        assertThat(enter(1, STAMP_AGAIN)).isEqualTo(new Receipt.Issued(new SerialNumber(2), false));

        assertThat(audit(ledger)).isEqualTo(new Audit(2, 2, 0, 0, 0));
    }

    @Test
    void a_stamp_without_payment_is_refused_and_changes_nothing() {
        assertThat(allot(1, STAMP)).isEmpty();
        assertThat(enter(1, STAMP)).isEqualTo(new Receipt.NoQuota());

        assertThat(audit(ledger)).isEqualTo(new Audit(0, 0, 0, 0, 0));
    }

    @Test
    void an_allotted_serial_is_the_one_that_is_issued_and_uses_no_quota_before() {
        enter(1, PAY);

        Optional<SerialNumber> allotted = allot(1, STAMP);
        assertThat(allot(1, STAMP)).isEqualTo(allotted);
        assertThat(audit(ledger)).isEqualTo(new Audit(2, 0, 2, 0, 0));

        assertThat(enter(1, STAMP)).isEqualTo(new Receipt.Issued(allotted.orElseThrow(), false));
        assertThat(allot(1, STAMP)).as("after it was issued").isEqualTo(allotted);
    }

    @Test
    void a_submission_repeated_keeps_its_number() {
        assertThat(enter(7, SUBMIT)).isEqualTo(new Receipt.Submitted(1, false));
        assertThat(enter(8, SUBMIT)).isEqualTo(new Receipt.Submitted(2, false));
        assertThat(enter(7, SUBMIT)).isEqualTo(new Receipt.Submitted(1, true));

        assertThat(audit(ledger).submitted()).isEqualTo(2);
    }

    @Test
    void a_step_that_is_only_noted_says_whether_it_was_before() {
        assertThat(enter(1, SIGN_UP)).isEqualTo(new Receipt.Noted(false));
        assertThat(enter(1, SIGN_UP)).isEqualTo(new Receipt.Noted(true));
    }

    @Test
    void a_crowd_is_entered_before_the_run() throws MalformedException {
        Preload preload = Preload.parse("4,3\n9,7\n".getBytes(StandardCharsets.UTF_8), SCENARIO);

        MemoryLedger loaded = new MemoryLedger(SCENARIO.journey(), preload);

        assertThat(audit(loaded)).isEqualTo(new Audit(4, 1, 3, 0, 0));
    }

    /** Entries in any order, many times over: paid = issued + refundable, and no serial twice. */
    @Test
    void stamps_add_up_whatever_is_entered_in_whatever_order() {
        SplittableRandom random = new SplittableRandom(20240906);
        Set<SerialNumber> serials = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            Receipt receipt = enter(random.nextInt(500), random.nextInt(5));
            if (receipt instanceof Receipt.Issued issued && !issued.repeated()) {
                assertThat(serials.add(issued.serial())).isTrue();
            }
        }
        Audit audit = audit(ledger);
        assertThat(audit.lost()).isZero();
        assertThat(audit.duplicated()).isZero();
        assertThat(audit.issued()).isEqualTo(serials.size()).isPositive();
    }
}
