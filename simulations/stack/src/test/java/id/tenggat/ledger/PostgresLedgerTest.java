package id.tenggat.ledger;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

class PostgresLedgerTest extends DurableLedgerTest {

    @Override
    LedgerPlace place(Path folder) {
        Optional<PostgresServer> server = PostgresServer.running();
        assumeThat(server).as("Debian's postgresql is installed").isPresent();
        return server.get().emptyDatabase();
    }

    @Test
    void one_stack_at_a_time_keeps_its_ledger_there() throws LedgerException {
        LedgerPlace place = place(folder);
        try (LedgerBench first = open(place)) {
            assertThatThrownBy(() -> open(place))
                    .isInstanceOf(LedgerException.class)
                    .hasMessage("another stack keeps its ledger in " + place + "; stop it, or name another database");
            assertThat(first.enter(1, 1)).isEqualTo(new Receipt.Paid(1, 2, false));
        }
    }

    @Test
    void where_no_server_answers_is_named() {
        LedgerPlace nobody = new LedgerPlace.Postgres("jdbc:postgresql://127.0.0.1:1/tenggat?user=u&password=secret");
        assertThatThrownBy(() -> open(nobody))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the ledger jdbc:postgresql://127.0.0.1:1/tenggat can't be opened (")
                .hasMessageContaining("is PostgreSQL running there")
                .hasMessageNotContaining("secret");
    }
}
