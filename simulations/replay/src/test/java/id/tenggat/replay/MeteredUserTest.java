package id.tenggat.replay;

import id.tenggat.arrival.Crowd;
import id.tenggat.arrival.Schedule;
import id.tenggat.policy.Behaviour;
import id.tenggat.recording.QuietRecorder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeteredUserTest {

    private final Schedule schedule = Schedule.of(Scenes.early(1), Crowd.NOBODY);
    private final Journal journal = new Journal(new QuietRecorder(1));

    /** Whose call nobody may make. */
    private VirtualUser applicant() {
        Client client = at -> {
            throw new AssertionError("an attempt began");
        };
        Behaviour behaviour = new Behaviour(schedule.scenario());
        return new LiveApplicant(
                new LiveApplicant.Stage(behaviour, journal, number -> client, 0), Cast.of(schedule), 0);
    }

    @Test
    void anApplicantOfARunThatIsOverLeaves() {
        VirtualUser metered = new MeteredUser(applicant(), new Vitals());
        assertThat(metered.stays()).isTrue();
        journal.close();
        assertThat(metered.stays()).isFalse();
    }
}
