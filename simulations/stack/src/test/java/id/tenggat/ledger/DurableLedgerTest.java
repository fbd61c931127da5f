package id.tenggat.ledger;

import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.recording.Audit;
import id.tenggat.stack.Scenarios;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import static id.tenggat.ledger.LedgerBench.issued;
import static id.tenggat.stack.Scenarios.PAY;
import static id.tenggat.stack.Scenarios.SIGN_UP;
import static id.tenggat.stack.Scenarios.STAMP;
import static id.tenggat.stack.Scenarios.STAMP_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;

/** What a ledger does, too, that outlasts its process. */
abstract class DurableLedgerTest extends LedgerTest {

    @Test
    void what_was_known_is_known_again() throws LedgerException {
        LedgerPlace place = place(folder);
        SplittableRandom random = new SplittableRandom(7);
        Audit before;
        List<String> receipts;
        try (LedgerBench ledger = open(place)) {
            for (int i = 0; i < 2_000; i++) {
                act(ledger, random);
            }
            before = ledger.audit();
            receipts = ledger.receipts();
        }
        try (LedgerBench ledger = open(place)) {
            assertThat(ledger.run()).isEqualTo(1);
            assertThat(ledger.audit()).isEqualTo(before);
            for (int i = 0; i < 2_000; i++) {
                act(ledger, random);
            }
            assertThat(ledger.receipts()).containsAll(receipts);
            assertThat(ledger.audit().duplicated()).isZero();
        }
    }

    @Test
    void everything_that_can_be_asked_is_answered_as_before() throws LedgerException {
        LedgerPlace place = place(folder);
        try (LedgerBench ledger = open(place)) {
            ledger.enter(new Entry(1, SIGN_UP), Mishap.NONE);
            ledger.enter(new Entry(1, PAY, "k"), Mishap.PAYMENT_EXPIRES);
            ledger.enter(new Entry(1, PAY, "k"), Mishap.NONE);
            Receipt lost = ledger.issue(new Entry(1, STAMP, "l"));
            ledger.stamp(new Entry(1, STAMP, "l"), lost, Mishap.QUOTA_LOST);
            ledger.issue(new Entry(1, STAMP, "m"));
        }
        try (LedgerBench ledger = open(place)) {
            assertThat(ledger.enter(new Entry(1, PAY, "k"), Mishap.NONE)).isEqualTo(new Receipt.Paid(2, 2, true));
            assertThat(ledger.refuses(new Entry(1, PAY, "z"))).contains(new Refusal.OtherKey());
            assertThat(ledger.issue(new Entry(1, STAMP, "m"))).isEqualTo(issued(2, true));
            assertThat(ledger.stamp(new Entry(1, STAMP, "m"), issued(2, true), Mishap.NONE))
                    .isEqualTo(issued(2, false));
            assertThat(ledger.issue(new Entry(1, STAMP_AGAIN, "n"))).isEqualTo(new Receipt.NoQuota());
        }
    }

    @Test
    void what_a_crowd_has_lost_is_not_given_back() throws LedgerException {
        LedgerPlace place = place(folder);
        Audit before;
        try (LedgerBench ledger = open(place)) {
            ledger.crowd(new Ledger.CrowdEntry(1, 0b00011, 2), new Ledger.CrowdEntry(2, 0b00111, 1));
            before = ledger.audit();
        }
        try (LedgerBench ledger = open(place)) {
            assertThat(ledger.audit()).isEqualTo(before);
            assertThat(ledger.issue(new Entry(1, STAMP))).isEqualTo(new Receipt.NoQuota());
            assertThat(ledger.issue(new Entry(2, STAMP))).isEqualTo(issued(4, true));
            assertThat(ledger.issue(new Entry(2, STAMP_AGAIN))).isEqualTo(new Receipt.NoQuota());
        }
    }

    @Test
    void a_run_that_somebody_began_is_gone_on_with_at_its_beginning() throws LedgerException {
        LedgerPlace place = place(folder);
        RunLabel.Begun begun = new RunLabel.Begun(1_725_641_940_000L, 1_000_000_000L);
        try (LedgerBench ledger = open(place)) {
            ledger.begin(Optional.of(begun));
            ledger.enter(1, PAY);
        }
        try (LedgerBench ledger = open(place)) {
            Archive.Known known = ledger.archive().known().orElseThrow();
            assertThat(known.begun()).contains(begun);
            assertThat(known.story())
                    .isEqualTo(
                            ", which goes on with its run 2, begun at 2024-09-06T16:59:00Z (another --ledger begins anew)");
            assertThat(ledger.run()).isEqualTo(2);
            assertThat(ledger.audit().paid()).isEqualTo(2);
        }
    }

    @Test
    void another_question_begins_a_run_of_its_own() throws LedgerException {
        LedgerPlace place = place(folder);
        try (LedgerBench ledger = open(place)) {
            ledger.enter(1, PAY);
        }
        try (LedgerBench ledger = new LedgerBench(place, SCENARIO.withSeed(99))) {
            assertThat(ledger.run()).isEqualTo(2);
            assertThat(ledger.audit().paid()).isZero();
        }
    }

    @Test
    void a_journey_that_has_changed_begins_a_run_of_its_own() throws LedgerException {
        LedgerPlace place = place(folder);
        try (LedgerBench ledger = open(place)) {
            ledger.enter(1, PAY);
        }
        try (LedgerBench ledger = new LedgerBench(place, Scenarios.withApplicants(77, SCENARIO))) {
            assertThat(ledger.run()).isEqualTo(2);
            assertThat(ledger.audit().paid()).isZero();
        }
    }

    @Test
    void a_crowd_is_entered_once_for_the_run_that_begins_with_it() throws LedgerException {
        LedgerPlace place = place(folder);
        RunLabel.Begun begun = new RunLabel.Begun(1_725_641_940_000L, 1_000_000_000L);
        try (LedgerBench ledger = open(place)) {
            ledger.crowd(new Ledger.CrowdEntry(1, 0b00111));
            assertThat(ledger.beginAgain(begun)).isTrue();
            assertThat(ledger.run()).isEqualTo(1);
            ledger.enter(2, PAY);
            assertThat(ledger.beginAgain(begun)).as("somebody has paid").isFalse();
        }
        try (LedgerBench ledger = open(place)) {
            assertThat(ledger.archive().known().orElseThrow().begun()).contains(begun);
            assertThat(ledger.audit()).isEqualTo(new Audit(4, 1, 3, 0, 0));
        }
    }
}
