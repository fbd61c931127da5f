package id.tenggat.ledger;

import id.tenggat.recording.Audit;
import id.tenggat.scenario.Scenario;
import id.tenggat.stack.Scenarios;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** An audit finds what no ledger of ours would write: rows are put into the database past it. */
class AuditTest {

    private static final Scenario SCENARIO = Scenarios.roomy();

    private Store store;

    AuditTest() throws LedgerException {
        store = Databases.open(LedgerPlace.memory());
    }

    /** One applicant who has done everything. */
    @BeforeEach
    void aSoundLedger() throws SQLException {
        add(
                new Row.Done(1, 0),
                new Row.Paid(1, 1, Scenarios.PAY, "p", 2, true),
                new Row.Issued(1, 1, Scenarios.STAMP, "s"),
                new Row.Stamped(1, 1, Scenarios.STAMP),
                new Row.Issued(2, 1, Scenarios.STAMP_AGAIN, "t"),
                new Row.Stamped(2, 1, Scenarios.STAMP_AGAIN),
                new Row.Submitted(1, 1, Scenarios.SUBMIT));
        assertThat(audit()).isEqualTo(new Audit(2, 2, 0, 0, 1));
    }

    private void add(Row... rows) throws SQLException {
        store.add(1, List.of(rows));
        store.commit();
    }

    private Audit audit() throws SQLException {
        return LedgerAudit.of(store, 1, new Rules(SCENARIO));
    }

    @Test
    void aSerialOfTwoApplicantsIsADuplicate() throws SQLException {
        add(new Row.Paid(2, 2, Scenarios.PAY, "p", 2, true), new Row.Issued(2, 2, Scenarios.STAMP, "s"));
        assertThat(audit().duplicated()).isEqualTo(1);
    }

    @Test
    void aStepWithTwoSerialsIsADuplicateAndItsQuotaIsLost() throws SQLException {
        add(new Row.Issued(3, 1, Scenarios.STAMP, "s"), new Row.Stamped(3, 1, Scenarios.STAMP));
        assertThat(audit().duplicated()).isEqualTo(1);
        assertThat(audit().lost()).isEqualTo(1);
    }

    @Test
    void aSerialThatWasForgottenIsNoDuplicate() throws SQLException {
        add(
                new Row.Paid(2, 2, Scenarios.PAY, "p", 2, true),
                new Row.Issued(3, 2, Scenarios.STAMP, "s"),
                new Row.Forgotten(3, 2, Scenarios.STAMP),
                new Row.Issued(4, 2, Scenarios.STAMP, "s"),
                new Row.Stamped(4, 2, Scenarios.STAMP));
        assertThat(audit().duplicated()).isZero();
        assertThat(audit().findings().quotaLost()).isEqualTo(1);
        assertThat(audit().lost()).isEqualTo(1);
    }

    @Test
    void aStepThatWasPaidTwiceIsADuplicate() throws SQLException {
        add(new Row.Paid(2, 1, Scenarios.PAY, "p", 2, true));
        assertThat(audit().duplicated()).isEqualTo(1);
    }

    @Test
    void aStepThatWasHandedInTwiceIsADuplicate() throws SQLException {
        add(new Row.Submitted(2, 1, Scenarios.SUBMIT));
        assertThat(audit().duplicated()).isEqualTo(1);
    }

    @Test
    void aSubmissionThatLacksAStampIsFound() throws SQLException {
        add(
                new Row.Paid(2, 2, Scenarios.PAY, "p", 2, true),
                new Row.Issued(3, 2, Scenarios.STAMP, "s"),
                new Row.Stamped(3, 2, Scenarios.STAMP),
                new Row.Submitted(2, 2, Scenarios.SUBMIT));
        assertThat(audit().findings().submittedWithoutStamps()).isEqualTo(1);
    }

    @Test
    void anotherRunIsNoneOfThis() throws SQLException {
        store.add(2, List.of(new Row.Paid(9, 1, Scenarios.PAY, "p", 2, true)));
        store.commit();
        assertThat(audit()).isEqualTo(new Audit(2, 2, 0, 0, 1));
    }
}
