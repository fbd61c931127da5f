package id.tenggat.ledger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GroupCommitTest {

    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final AtomicInteger rows = new AtomicInteger();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void end() {
        loop.shutdown();
    }

    private GroupCommit on(Store store) {
        return new GroupCommit(store, loop, (committed, ns) -> rows.addAndGet(committed));
    }

    private <T> T answer(Supplier<CompletionStage<T>> asked) throws Exception {
        Future<CompletionStage<T>> stage = loop.submit(asked::get);
        return stage.get().toCompletableFuture().join();
    }

    private static List<Row> signUp(int applicant) {
        return List.of(new Row.Done(applicant, 0));
    }

    @Test
    void whatIsKeptIsInTheNextAnswer() throws Exception {
        try (GroupCommit commits = on(Databases.open(LedgerPlace.memory()))) {
            for (int i = 0; i < 100; i++) {
                int applicant = i;
                loop.execute(() -> {
                    var unused = commits.keep(1, signUp(applicant));
                });
            }
            long count = answer(
                    () -> commits.answer(store -> store.number("select count(*) from tenggat_step where run = ?", 1)));
            assertThat(count).isEqualTo(100);
            assertThat(rows.get()).isEqualTo(100);
            assertThat(answer(() -> commits.keep(1, List.of()))).isNull();
        }
    }

    @Test
    void aQuestionThatFailsBreaksNothing() throws Exception {
        try (GroupCommit commits = on(Databases.open(LedgerPlace.memory()))) {
            assertThatThrownBy(() -> answer(() -> commits.answer(store -> store.number("select no such thing", 1))))
                    .isInstanceOf(CompletionException.class);
            answer(() -> commits.keep(1, signUp(1)));
            assertThat(commits.failure()).isEmpty();
        }
    }

    @Test
    void aLedgerThatBreaksTellsEverybodyOfItForEver() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // A row that the database refuses, as a full disk would.
            statement.executeUpdate("create table tenggat_step (run integer, applicant integer, step integer"
                    + " check (applicant <> 2))");
        }
        try (GroupCommit commits = on(Databases.open(new LedgerPlace.File(file)))) {
            answer(() -> commits.keep(1, signUp(1)));
            assertThatThrownBy(() -> answer(() -> commits.keep(1, signUp(2))))
                    .hasMessageContaining("the ledger is broken: ");
            assertThatThrownBy(() -> answer(() -> commits.keep(1, signUp(3))))
                    .hasMessageContaining("the ledger is broken: ");
            assertThatThrownBy(() -> answer(() -> commits.keep(1, List.of())))
                    .as("a repeated receipt")
                    .hasMessageContaining("the ledger is broken: ");
            assertThatThrownBy(() -> answer(() -> commits.answer(store -> 1)))
                    .hasMessageContaining("the ledger is broken: ");
            assertThat(commits.failure()).isPresent();
        }
    }

    @Test
    void afterItsEndNothingIsKept() throws Exception {
        GroupCommit commits = on(Databases.open(LedgerPlace.memory()));
        answer(() -> commits.keep(1, signUp(1)));
        commits.close();
        assertThatThrownBy(() -> answer(() -> commits.keep(1, List.of()))).hasMessageContaining("the ledger is closed");
    }
}
