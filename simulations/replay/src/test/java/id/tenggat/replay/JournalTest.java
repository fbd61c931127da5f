package id.tenggat.replay;

import id.tenggat.recording.Fate;
import id.tenggat.recording.QuietRecorder;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTest {

    private final List<Long> advances = new ArrayList<>();

    @Test
    void nothingIsWrittenThatAnAttemptUnderWayMayStillChange() {
        Journal journal = new Journal(new Advances());
        journal.sent(70);
        journal.sent(50);
        journal.sent(50);
        journal.advanceTo(40);
        journal.advanceTo(60);
        settle(journal, 50);
        journal.advanceTo(61);
        settle(journal, 50);
        journal.advanceTo(80);
        settle(journal, 70);
        journal.advanceTo(90);
        assertThat(advances).containsExactly(40L, 50L, 50L, 70L, 90L);
    }

    private static void settle(Journal journal, long dueNs) {
        journal.attempt(0, Fate.SERVED, new Journal.Stamps(dueNs, dueNs, dueNs));
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
