package id.tenggat.ledger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LedgerPlaceTest {

    @Test
    void three_kinds_of_places_are_known() throws LedgerException {
        assertThat(LedgerPlace.parse("memory")).isEqualTo(new LedgerPlace.Memory());
        assertThat(LedgerPlace.parse("out/a.db")).isEqualTo(new LedgerPlace.File(Path.of("out/a.db")));
        String url = "jdbc:postgresql://localhost:5433/tenggat?user=me&password=secret";
        assertThat(LedgerPlace.parse(url)).isEqualTo(new LedgerPlace.Postgres(url));
        assertThat(LedgerPlace.parse(url)).hasToString("jdbc:postgresql://localhost:5433/tenggat");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | a ledger is kept in memory, in a file, or at
            jdbc:mysql://127.0.0.1/x             | found "jdbc:mysql://127.0.0.1/x"
            postgres://127.0.0.1/x               | found "postgres://127.0.0.1/x"
            jdbc:postgresql://db.example.org/x   | must be on this machine, as in jdbc:postgresql://127.0.0.1/database; found the host "db.example.org"
            jdbc:postgresql:tenggat              | found the host ""
            jdbc:postgresql://10.0.0.1,127.0.0.1/x | found the host ""
            jdbc:postgresql://127.0.0.1@evil.org/x | found the host "evil.org"
            jdbc:postgresql://127.0.0.1/x?PGHOST=10.0.0.1 | the setting "PGHOST" of jdbc:postgresql://127.0.0.1/x is not taken; these are: connectTimeout,
            jdbc:postgresql://127.0.0.1/x?user=a&socketFactory=b | the setting "socketFactory"
            jdbc:postgresql://a b/x              | no JDBC URL of PostgreSQL: "jdbc:postgresql://a b/x"
            """)
    void other_places_are_refused(String text, String message) {
        assertThatThrownBy(() -> LedgerPlace.parse(text))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(message);
    }
}
