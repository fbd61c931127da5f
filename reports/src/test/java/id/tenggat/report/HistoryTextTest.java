package id.tenggat.report;

import id.tenggat.fixture.SmallHistory;
import id.tenggat.history.Changes;
import id.tenggat.history.History;
import id.tenggat.statistics.ChangePoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryTextTest {

    private static final ChangePoints SEARCH = new ChangePoints(0.01, 3, 1);

    @TempDir
    Path temp;

    private Changes small() {
        return Changes.in(History.read(SmallHistory.write(temp.resolve("history.jsonl"))), SEARCH);
    }

    @Test
    void readsAsItAlwaysDid() throws IOException {
        Golden.check("history.txt", HistoryText.of(small(), Colour.NONE));
        Golden.check("history.json", HistoryJson.of(small()));
    }

    @Test
    void colourAddsEscapesAndNothingElse() {
        String coloured = HistoryText.of(small(), Colour.ANSI);
        assertThat(coloured).contains("\u001b[31mworse").contains("\u001b[32mbetter");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(HistoryText.of(small(), Colour.NONE));
    }

    @Test
    void anEmptyHistorySaysSo() throws IOException {
        Path empty = Files.createFile(temp.resolve("empty.jsonl"));
        assertThat(HistoryText.of(Changes.in(History.read(empty), SEARCH), Colour.NONE))
                .isEqualTo("The history holds no run yet.\n");
    }
}
