package id.tenggat.report;

import id.tenggat.fixture.SmallRun;
import id.tenggat.recording.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TextReportTest {

    @TempDir
    Path temp;

    private Judged small() {
        SmallRun.write(temp);
        return Judged.of("small, by hand", Recording.read(temp));
    }

    @Test
    void readsAsItAlwaysDid() throws IOException {
        Golden.check("small.txt", TextReport.of(small(), Colour.NONE));
    }

    @Test
    void standSideBySideInAColumnEach() throws IOException {
        Judged small = small();
        Judged other = new Judged("the same again", small.recording(), small.summary(), small.verdict());
        Golden.check("side-by-side.txt", TextReport.sideBySide(List.of(small, other), Colour.NONE));
    }

    @Test
    void colourAddsEscapesAndNothingElse() {
        Judged small = small();
        String coloured = TextReport.of(small, Colour.ANSI);
        assertThat(coloured).contains("\u001b[31m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(TextReport.of(small, Colour.NONE));
    }

    @Test
    void fitsAHundredColumns() {
        assertThat(TextReport.of(small(), Colour.NONE).lines()).allMatch(line -> line.length() <= 100);
    }
}
