package id.tenggat.report;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.recording.Ending;
import id.tenggat.recording.Life;
import id.tenggat.recording.LifeEvent;
import id.tenggat.recording.LifeEvent.Door;
import id.tenggat.recording.LifeEvent.Pause;
import id.tenggat.recording.LifeEvent.Try;
import id.tenggat.recording.LifeEvent.Where;
import id.tenggat.recording.LifeEvent.Work;
import id.tenggat.recording.Recording;
import id.tenggat.report.Asked.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What is shown besides: a station's load, and a life in which everything happens. */
class AskedTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path temp;

    private Judged small() {
        SmallRun.write(temp);
        return Judged.of("small, by hand", Recording.read(temp));
    }

    private static Try first(int attempt) {
        return new Try(0, 0, attempt);
    }

    private static Try second(int attempt) {
        return new Try(1, 1, attempt);
    }

    /** More than one applicant could live through in five minutes. */
    private static Trace life() {
        return new Trace(
                SmallScenario.whole(),
                new Life(
                        3,
                        List.of(
                                new LifeEvent.Came(0, 1),
                                new LifeEvent.Planned(0, Pause.THINKS, first(0), SECOND),
                                new LifeEvent.Sent(SECOND, first(0), SECOND, Door.QUEUED, 7),
                                new LifeEvent.TimedOut(31 * SECOND, first(0), SECOND, Where.QUEUED),
                                new LifeEvent.Planned(31 * SECOND, Pause.BACKS_OFF, first(1), 32 * SECOND),
                                new LifeEvent.Sent(33 * SECOND, first(1), 32 * SECOND, Door.REJECTED, 0),
                                new LifeEvent.Worked(40 * SECOND, first(0), SECOND, 39 * SECOND, Work.IN_VAIN),
                                new LifeEvent.Planned(41 * SECOND, Pause.COMES_BACK, new Try(0, 1, 0), 60 * SECOND),
                                new LifeEvent.Sent(60 * SECOND, new Try(0, 1, 0), 60 * SECOND, Door.IGNORED, 0),
                                new LifeEvent.TimedOut(90 * SECOND, new Try(0, 1, 0), 60 * SECOND, Where.NOWHERE),
                                new LifeEvent.HeardLate(95 * SECOND, first(1)),
                                new LifeEvent.Sent(100 * SECOND, second(0), 100 * SECOND, Door.FAILED, 0),
                                new LifeEvent.Sent(110 * SECOND, second(1), 110 * SECOND, Door.SERVED_AT_ONCE, 0),
                                new LifeEvent.TimedOut(140 * SECOND, second(1), 110 * SECOND, Where.SERVING),
                                new LifeEvent.Dropped(141 * SECOND, second(1), 110 * SECOND),
                                worked(150, Work.REFUSED_BY_LEDGER),
                                worked(151, Work.ANSWER_LOST),
                                worked(152, Work.FAILED),
                                worked(153, Work.BROKEN_OFF),
                                worked(154, Work.ANSWERED),
                                new LifeEvent.DoneElsewhere(200 * SECOND, 1),
                                new LifeEvent.Planned(200 * SECOND, Pause.THINKS, new Try(2, 1, 0), 210 * SECOND),
                                new LifeEvent.Ended(210 * SECOND, Ending.COMPLETED))));
    }

    private static LifeEvent worked(long second, Work work) {
        return new LifeEvent.Worked(second * SECOND, second(2), 110 * SECOND, 140 * SECOND, work);
    }

    @Test
    void aLifeIsAStory() throws IOException {
        Golden.check("story.txt", StoryText.of(life()));
    }

    @Test
    void endingsAndBeginningsHaveTheirWords() {
        assertThat(last(new LifeEvent.Ended(330 * SECOND, Ending.COMPLETED_LATE)))
                .isEqualTo("00:00:30.000  is done, 30s after the deadline: too late");
        assertThat(last(new LifeEvent.Ended(0, Ending.GAVE_UP))).endsWith("gives up for good");
        assertThat(last(new LifeEvent.Ended(0, Ending.MISSED)))
                .endsWith("the next attempt would be due only after the deadline: misses it");
        assertThat(last(new LifeEvent.WentBeyond(0)))
                .endsWith("goes on after the end of the slice's window, which is not played");
    }

    private static String last(LifeEvent event) {
        Life life = new Life(0, List.of(new LifeEvent.WasInside(0, 0), event));
        List<String> lines =
                StoryText.of(new Trace(SmallScenario.whole(), life)).lines().toList();
        assertThat(lines.get(2)).endsWith("is inside already as the slice begins");
        return lines.get(lines.size() - 1).strip();
    }

    @Test
    void aStationsLoadIsALittleTable() throws IOException {
        Judged small = small();
        Golden.check("load.txt", LoadText.of(small, "stamping", Colour.NONE));
        assertThat(LoadText.of(small, "nowhere", Colour.NONE)).isEmpty();
    }

    @Test
    void programsGetBothWithTheSummary() throws IOException {
        Judged small = small();
        String plain = JsonSummary.of(small);
        String json = JsonSummary.of(small, new Asked(List.of(life()), List.of("stamping", "nowhere")));
        assertThat(json).startsWith(plain.substring(0, plain.length() - "\n}\n".length()));
        Golden.check("asked.json", "{" + json.substring(json.indexOf("\n  \"loads\"")));
    }
}
