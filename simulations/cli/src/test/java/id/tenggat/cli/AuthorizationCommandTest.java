package id.tenggat.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

/** The token, printed. */
class AuthorizationCommandTest {

    private static final String SMOKE = Repository.scenario("smoke.yaml");

    @Test
    void theTokenIsOfTheFilesBytes() throws Exception {
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(SMOKE)));
        Told told = Told.by("authorization", SMOKE, "--max-rate", "500", "--expires", "2099-01-01T00:00+07:00");
        assertThat(told.status()).isZero();
        assertThat(told.out())
                .isEqualToIgnoringNewLines("{\"tenggat-authorization\": 1, \"scenario\": \"sha256:"
                        + HexFormat.of().formatHex(sha256)
                        + "\", \"maxRequestsPerSecond\": 500, \"expires\": \"2098-12-31T17:00:00Z\"}");
        assertThat(told.err()).contains("serve this at /.well-known/tenggat-authorization");
    }

    @Test
    void anInstantWithoutAZoneIsInTheScenarios() {
        Told told = Told.by("authorization", SMOKE, "--max-rate", "1", "--expires", "2099-01-01T00:00");
        assertThat(told.out()).contains("\"expires\": \"2098-12-31T17:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2099-01-01T00:00, --max-rate must lie between 1 and 1000000",
        "1000001, 2099-01-01T00:00, --max-rate must lie between 1 and 1000000",
        "x, 2099-01-01T00:00, is not an int",
        "5, tomorrow, --expires: ",
        "5, 2020-01-01T00:00, --expires: 2020-01-01T00:00 has passed",
    })
    void whatCannotBeIsRefused(String rate, String expires, String reason) {
        Told told = Told.by("authorization", SMOKE, "--max-rate", rate, "--expires", expires);
        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains(reason);
        assertThat(told.out()).isEmpty();
    }
}
