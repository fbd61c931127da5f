package id.tenggat.history;

import id.tenggat.fixture.SmallHistory;
import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import id.tenggat.history.Change.Direction;
import id.tenggat.recording.Recording;
import id.tenggat.recording.RecordingWriter;
import id.tenggat.recording.RunStatus;
import id.tenggat.scenario.Metric;
import id.tenggat.statistics.ChangePoints;
import id.tenggat.summary.Figure;
import id.tenggat.summary.Observation;
import id.tenggat.summary.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class HistoryTest {

    private static final ChangePoints SEARCH = new ChangePoints(0.01, 3, 1);

    @TempDir
    private Path temp = Path.of("");

    private Path file() {
        return temp.resolve("history.jsonl");
    }

    private Entry small(Optional<String> commit) {
        Path directory = temp.resolve("recording");
        if (!Files.exists(directory)) {
            SmallRun.write(directory);
        }
        Recording recording = Recording.read(directory);
        return Entry.of(recording, Summary.of(recording), commit);
    }

    private static Entry later(Entry entry, int seconds) {
        return new Entry(
                entry.at().plusSeconds(seconds),
                entry.setup(),
                entry.sha256(),
                entry.version(),
                entry.commit(),
                entry.observation());
    }

    private static Entry of(Entry like, Observation observed) {
        return new Entry(like.at(), like.setup(), like.sha256(), like.version(), like.commit(), observed);
    }

    @Test
    void whatIsAddedIsReadBack() {
        Entry first = small(Optional.of("abc"));
        Entry second = later(small(Optional.empty()), 60);
        History.append(file(), List.of(first));
        History.append(file(), List.of(second, later(second, 60)));
        assertThat(History.read(file()).entries()).containsExactly(first, second, later(second, 60));
    }

    @Test
    void aRunIsItsFigures() {
        Entry entry = small(Optional.empty());
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(entry.setup().engine()).isEqualTo("by-hand");
        assertThat(entry.version()).isEqualTo("0.1.0-test");
        assertThat(entry.values())
                .containsEntry(new Figure(Metric.COMPLETED_BY_DEADLINE, Optional.empty()), 0.6)
                .containsEntry(new Figure(Metric.UTILISATION, Optional.of("stamping")), 0.97)
                .containsKey(new Figure(Metric.LATENCY_P99, Optional.of("stamp")));
    }

    @Test
    void aRunOfTheSameBeginningIsRefused() throws IOException {
        History.append(file(), List.of(small(Optional.empty())));
        String before = Files.readString(file());
        Entry again = small(Optional.of("said later"));
        assertThatThrownBy(() -> History.append(file(), List.of(later(again, 1), again)))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("2026-01-02T03:04:05Z already; a run counts once");
        assertThat(file()).hasContent(before);
    }

    @Test
    void whatCannotBeTrustedIsRefused() {
        Path directory = temp.resolve("interrupted");
        try (RecordingWriter writer = SmallRun.writer(directory, SmallScenario.whole())) {
            SmallRun.tell(writer);
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        Recording recording = Recording.read(directory);
        assertThatThrownBy(() -> Entry.of(recording, Summary.of(recording), Optional.empty()))
                .isInstanceOf(HistoryException.class)
                .hasMessage(directory + ": is INVALID: the run was interrupted before its end;"
                        + " a history holds only runs that can be trusted: leave it out");
    }

    @Test
    void aTornLastLineIsRefusedByReadersAndWriters() throws IOException {
        String text = SmallHistory.text();
        Files.writeString(file(), text.substring(0, text.length() - 20));
        String found = file() + ":27: the last line is torn";
        assertThatThrownBy(() -> History.read(file()))
                .isInstanceOf(HistoryException.class)
                .hasMessageStartingWith(found)
                .hasMessageContaining("delete the line");
        assertThatThrownBy(() -> History.append(file(), List.of(small(Optional.empty()))))
                .hasMessageStartingWith(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"history\":1         | \"history\":2          | format version 2, this program reads 1: use",
                "\"at\":\"2026-11-02T  | \"at\":\"2026-13-02T   | at must be an instant, found \"2026-13-02T03:00:00Z\"",
                "\"engine\":           | \"motor\":             | engine must be a text, found nothing",
                "\"sha256\":\"9f3c\"   | \"sha256\":7           | sha256 must be a text, found 7",
                "\"rejected\":         | \"refused\":           | no metric is named like \"refused\"; use the version",
                "\"rejected\":         | \"rejected\":1e999,\"x\": | rejected must be a number, found",
                "{\"history\"          | [\"history\"           | not valid JSON",
                "{\"history\":1        | 7 {\"history\":1       | not valid JSON",
                "\"version\":          | \"slice\":\"\",\"version\": | not valid JSON: Duplicate"
            })
    void aGarbledLineIsNamed(String whole, String garbled, String said) throws IOException {
        List<String> lines = SmallHistory.text().lines().toList();
        assertThat(lines.get(1)).contains(whole);
        Files.writeString(file(), lines.get(0) + "\n" + lines.get(1).replace(whole, garbled) + "\n");
        assertThatThrownBy(() -> History.read(file()))
                .isInstanceOf(HistoryException.class)
                .hasMessageStartingWith(file() + ":2: " + said);
    }

    @Test
    void whatIsNoHistoryIsRefused() {
        assertThatThrownBy(() -> History.read(temp.resolve("nowhere")))
                .hasMessageContaining("does not exist; begin a history with: tenggat history append RECORDING --to ");
        assertThatThrownBy(() -> History.read(temp)).hasMessageContaining("cannot be read: ");
        assertThatThrownBy(
                        () -> History.append(temp.resolve("nowhere/history.jsonl"), List.of(small(Optional.empty()))))
                .hasMessageContaining("cannot be written: its folder does not exist");
    }

    @Test
    void runsAreComparedWithTheirLikeInTheOrderInWhichTheyBegan() {
        Entry entry = small(Optional.empty());
        Entry other = new Entry(
                entry.at(),
                new Setup("small", "last 1m", "by-hand"),
                "",
                "",
                Optional.empty(),
                new Observation(42, Map.of()));
        History.append(file(), List.of(later(entry, 9), other, entry));
        assertThat(History.read(file()).setups())
                .extracting(SetupHistory::setup, SetupHistory::runs)
                .containsExactly(
                        tuple(other.setup(), List.of(other)), tuple(entry.setup(), List.of(entry, later(entry, 9))));
    }

    @Test
    void changesAreFoundWorstFirst() {
        Changes changes = Changes.in(History.read(SmallHistory.write(file())), SEARCH);
        assertThat(changes.setups()).hasSize(2);
        assertThat(changes.setups().get(0).changes())
                .extracting(
                        change -> change.figure().text(),
                        change -> change.since().at().toString(),
                        Change::direction,
                        Change::isOfAnotherScenario)
                .containsExactly(
                        tuple("rejected", "2026-11-19T03:00:00Z", Direction.WORSE, true),
                        tuple("stamp p99", "2026-11-13T03:00:00Z", Direction.WORSE, false),
                        tuple("completed by deadline", "2026-11-13T03:00:00Z", Direction.BETTER, false),
                        tuple("sign-up p50", "2026-11-19T03:00:00Z", Direction.BETTER, true));
        assertThat(changes.setups().get(1).changes()).isEmpty();
        assertThat(changes.worseNow())
                .extracting(change -> change.figure().text())
                .containsExactly("rejected", "stamp p99");
    }

    @Test
    void whatHasBecomeWorseAndBetterAgainIsNotWorseNow() {
        Entry entry = small(Optional.empty());
        Figure figure = new Figure(Metric.LATENCY_P99, Optional.of("stamp"));
        double[] seconds = {
            1, 1.1, 1.2, 1.1, 1, 1.2, 1.1, 1, 2, 2.1, 2.2, 2, 2.1, 2.2, 2, 2.1, 1, 1.1, 1, 1.2, 1.1, 1, 1.2, 1
        };
        History.append(
                file(),
                IntStream.range(0, seconds.length)
                        .mapToObj(i -> of(later(entry, i), new Observation(42, Map.of(figure, seconds[i] * 1e9))))
                        .toList());
        Changes changes = Changes.in(History.read(file()), SEARCH);
        assertThat(changes.setups().get(0).changes())
                .extracting(Change::direction, Change::newest)
                .containsExactly(tuple(Direction.WORSE, false), tuple(Direction.BETTER, true));
        assertThat(changes.worseNow()).isEmpty();
    }
}
