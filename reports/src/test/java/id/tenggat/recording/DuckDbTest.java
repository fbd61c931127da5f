package id.tenggat.recording;

import id.tenggat.fixture.SmallRun;
import id.tenggat.fixture.SmallScenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** DuckDB opens the rows of attempts as they are, and counts what the recording counts. */
class DuckDbTest {

    private static final int ATTEMPTS_EACH = 2_000;

    @TempDir
    Path temp;

    private Connection database;

    @BeforeEach
    void write() throws SQLException {
        try (RecordingWriter writer = SmallRun.writer(temp, SmallScenario.whole())) {
            writer.keepAttempts();
            tell(writer, new Random(20240906));
            writer.finish(SmallRun.AUDIT, RunStatus.INTERRUPTED, List.of());
        }
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE VIEW attempts AS FROM '" + temp.resolve("attempts.csv") + "'");
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    /** As many of each fate, in two minutes; every third slips, none that was never sent. */
    private static void tell(RecordingWriter writer, Random random) {
        for (int i = 0; i < ATTEMPTS_EACH; i++) {
            for (Fate fate : Fate.values()) {
                long dueNs = random.nextLong(2 * SmallRun.MINUTE_NS);
                long sentNs = dueNs + (i % 3 == 0 && fate != Fate.ABANDONED ? random.nextLong(50_000_000) : 0);
                long latencyNs = (long) (1e9
                        * Math.exp(random.nextGaussian() + 0.1 * fate.name().length()));
                writer.attempt(i % 2, fate, dueNs, sentNs, sentNs + latencyNs);
            }
        }
    }

    @Test
    void knowsTheColumnsTypes() throws SQLException {
        assertThat(ask("SELECT column_name || ' ' || column_type FROM (DESCRIBE FROM attempts)"))
                .containsExactly(
                        "step VARCHAR",
                        "fate VARCHAR",
                        "due TIMESTAMP WITH TIME ZONE",
                        "sent TIMESTAMP WITH TIME ZONE",
                        "done TIMESTAMP WITH TIME ZONE",
                        "latency_us BIGINT",
                        "slip_us BIGINT");
    }

    @Test
    void countsAndRanksAsTheRecordingDoes() throws SQLException {
        Recording recording = Recording.read(temp);
        TreeMap<String, Double> p99 = new TreeMap<>();
        for (String row : ask("SELECT step || ':' || fate || '=' || count(*) || '=' || quantile_disc(latency_us, 0.99)"
                + " FROM attempts GROUP BY step, fate")) {
            String[] cells = row.split("=", -1);
            assertThat(recording.latencies().total(cells[0]).orElseThrow().count())
                    .isEqualTo(Long.parseLong(cells[1]))
                    .isEqualTo(ATTEMPTS_EACH / 2);
            p99.put(cells[0], Double.parseDouble(cells[2]));
        }
        assertThat(p99).hasSize(2 * Fate.values().length);
        p99.forEach((tag, us) -> assertThat(
                        (double) recording.latencies().total(tag).orElseThrow().quantileUs(0.99))
                .isCloseTo(us, within(0.001 * us)));
    }

    @Test
    void findsLatencyAndSlipBetweenTheInstants() throws SQLException {
        assertThat(ask("SELECT count(*) FROM attempts WHERE abs(epoch_us(done) - epoch_us(due) - latency_us) > 1"
                        + " OR abs(epoch_us(sent) - epoch_us(due) - slip_us) > 1"))
                .containsExactly("0");
    }

    @Test
    void joinsThemWithTheTimeline() throws SQLException {
        String timeline = temp.resolve("timeline.csv").toString();
        assertThat(ask("SELECT count(*) FROM attempts ASOF JOIN '" + timeline + "' t ON attempts.done >= t.\"from\""
                        + " GROUP BY interval ORDER BY interval"))
                .isEqualTo(ask("SELECT served + rejected + timed_out + failed + abandoned FROM '" + timeline
                        + "' WHERE served + rejected + timed_out + failed + abandoned > 0 ORDER BY interval"));
    }

    private List<String> ask(String question) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }
}
