package id.tenggat.replay;

import id.tenggat.recording.QuietRecorder;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {

    private final List<Long> advances = new ArrayList<>();

    @Test
    void nothingIsWrittenThatAnAttemptInAWaitingRoomMayStillChange() {
        Journal journal = new Journal(new Advances());
        journal.waits(70);
        journal.waits(50);
        journal.waits(50);
        journal.advanceTo(40);
        journal.advanceTo(60);
        journal.waitsNoLonger(50);
        journal.advanceTo(61);
        journal.waitsNoLonger(50);
        journal.advanceTo(80);
        journal.waitsNoLonger(70);
        journal.advanceTo(90);
        assertThat(advances).containsExactly(40L, 50L, 50L, 70L, 90L);
    }

    private final class Advances extends QuietRecorder {

        Advances() {
            super(1);
        }

        @Override
        public void advanceTo(long nowNs) {
            advances.add(nowNs);
        }
    }
}
