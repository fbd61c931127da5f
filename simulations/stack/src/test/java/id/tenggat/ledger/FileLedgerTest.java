package id.tenggat.ledger;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileLedgerTest extends DurableLedgerTest {

    @Override
    LedgerPlace place(Path folder) {
        return new LedgerPlace.File(folder.resolve("made/on the way/ledger.db"));
    }

    @Test
    void a_file_that_is_no_ledger_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam, ".repeat(1000));
        assertThatThrownBy(() -> open(new LedgerPlace.File(file)))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the ledger " + file + " can't be opened (")
                .hasMessageContaining("file is not a database")
                .hasMessageEndingWith(": it must be a ledger of this program, or not be there yet");
        assertThat(file).content().startsWith("Dear Sir");
    }

    @Test
    void a_directory_is_named() {
        assertThatThrownBy(() -> open(new LedgerPlace.File(folder)))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the ledger " + folder + " can't be opened (");
    }

    @Test
    void a_place_below_a_file_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> open(new LedgerPlace.File(file.resolve("ledger.db"))))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the ledger " + file.resolve("ledger.db") + " can't be made (")
                .hasMessageEndingWith("; name another file");
    }

    @Test
    void one_stack_at_a_time_keeps_its_ledger_there() throws LedgerException {
        LedgerPlace place = place(folder);
        try (LedgerBench first = open(place)) {
            assertThatThrownBy(() -> open(place))
                    .isInstanceOf(LedgerException.class)
                    .hasMessageEndingWith(": another stack keeps its ledger there; stop it, or name another file");
            assertThat(first.enter(1, 1)).isEqualTo(new Receipt.Paid(1, 2, false));
        }
    }
}
