package id.tenggat.capacity;

import id.tenggat.arrival.Crowd;
import id.tenggat.policy.Mishaps.Mishap;
import id.tenggat.recording.Audit;
import id.tenggat.recording.Findings;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;
import id.tenggat.state.State;

/** The ledger as the simulator keeps it: what the stack has done for each applicant counts once, however often it is done. */
final class Books {

    private final Action[] actions;
    private final int stampsEach;
    /** Bit i: step i is of this action. */
    private final int payments;

    private final int stamps;
    private long paid;
    private long uncredited;
    private long issued;
    private long submitted;
    private final LostQuota lost = new LostQuota();

    Books(Scenario scenario) {
        actions = scenario.journey().steps().stream().map(Journey.Step::action).toArray(Action[]::new);
        stampsEach = scenario.journey().stamps();
        payments = scenario.journey().steps(Action.PAY);
        stamps = scenario.journey().steps(Action.STAMP);
    }

    /** Whether the ledger lets this step be done: a stamp needs quota that is paid for, unless it is issued already. */
    boolean accepts(int applicant, int doneSteps, int step) {
        if (actions[step] != Action.STAMP || isDone(doneSteps, step)) {
            return true;
        }
        int quota = Integer.bitCount(doneSteps & payments) * stampsEach - lost.of(applicant);
        return Integer.bitCount(doneSteps & stamps) < quota;
    }

    private static boolean isDone(int doneSteps, int step) {
        return (doneSteps >>> step & 1) == 1;
    }

    /** A mishap befalls a step that is accepted; false if there is nothing to befall, because it was done before. */
    boolean befalls(Mishap mishap, int applicant, int doneSteps, int step) {
        if (mishap == Mishap.NONE || isDone(doneSteps, step)) {
            return false;
        } else if (mishap == Mishap.PAYMENT_EXPIRES) {
            paid += stampsEach;
            uncredited += stampsEach;
        } else {
            lost.add(applicant, 1);
        }
        return true;
    }

    /** How many stamps of quota an applicant has lost. */
    int lostQuota(int applicant) {
        return lost.of(applicant);
    }

    /**
     * Somebody was inside already, for whom these steps were done and so much quota was lost. Both count as this run's own,
     * as they do in the stack: what was lost before the window makes a slice's audit say so. A payment that expired owes
     * nothing any more, so nobody is handed over with one.
     */
    int carriedIn(Crowd.Member member) {
        int done = 0;
        for (int step = 0; step < actions.length; step++) {
            done = isDone(member.doneSteps(), step) ? done(done, step) : done;
        }
        lost.add(member.applicant(), member.lostQuota());
        return done;
    }

    /** The stack has done this step for somebody for whom these steps were done before; returns what is done now. */
    int done(int doneSteps, int step) {
        int bit = 1 << step;
        if ((doneSteps & bit) == 0) {
            enter(actions[step]);
        }
        return doneSteps | bit;
    }

    private void enter(Action action) {
        switch (action) {
            case PAY -> paid += stampsEach;
            case STAMP -> issued++;
            case SUBMIT -> submitted++;
            case REQUEST, SIGN_UP, VERIFY, UPLOAD, BUY_QUOTA -> {}
        }
    }

    Audit audit() {
        long refundable = paid - uncredited - lost.total() - issued;
        return new Audit(paid, issued, refundable, 0, submitted)
                .with(Findings.NONE.withPaidWithoutQuota(uncredited).withQuotaLost(lost.total()));
    }

    void carry(State state) {
        paid = state.of(paid);
        uncredited = state.of(uncredited);
        issued = state.of(issued);
        submitted = state.of(submitted);
        lost.carry(state);
    }
}
