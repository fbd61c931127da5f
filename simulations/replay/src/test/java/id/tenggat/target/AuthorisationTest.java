package id.tenggat.target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The token as a document. */
class AuthorisationTest {

    private static final String DIGEST = "0f".repeat(32);
    private static final Authorisation TOKEN = new Authorisation(DIGEST, 500, Instant.parse("2026-12-01T00:00:00Z"));

    @Test
    void whatIsWrittenIsRead() {
        assertThat(TOKEN.json())
                .isEqualTo("{\"tenggat-authorization\": 1, \"scenario\": \"sha256:" + DIGEST
                        + "\", \"maxRequestsPerSecond\": 500, \"expires\": \"2026-12-01T00:00:00Z\"}");
        assertThat(Authorisation.parse(TOKEN.json())).isEqualTo(TOKEN);
        assertThat(Authorisation.parse(TOKEN.json().replace("00:00:00Z", "07:00+07:00")))
                .isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                | it is not a JSON object",
                "<html>                            | it is not JSON",
                "[]                                | it is not a JSON object",
                "\"x\"                             | it is not a JSON object",
                "null                              | it is not a JSON object",
                "{}                                | \"tenggat-authorization\" must be 1",
                "{TOKEN} {}                        | it is not JSON: Trailing token",
                "{VERSION:1,VERSION:1,REST}        | it is not JSON: Duplicate field",
                "{VERSION:2,REST}                  | \"tenggat-authorization\" must be 1",
                "{VERSION:\"1\",REST}              | \"tenggat-authorization\" must be 1",
                "{VERSION:1,REST,\"note\":\"\"}    | unknown key \"note\"; there are [tenggat-authorization, scenario,",
                "{VERSION:1,RATE,EXPIRY}           | \"scenario\" must be \"sha256:\" and 64 hexadecimal digits",
                "{VERSION:1,RATE,EXPIRY,\"scenario\":\"sha256:00\"} | \"scenario\" must be",
                "{VERSION:1,RATE,EXPIRY,\"scenario\":[]}  | \"scenario\" must be",
                "{VERSION:1,DIGEST,EXPIRY}         | \"maxRequestsPerSecond\" must be a whole number between 1 and 1000000",
                "{VERSION:1,DIGEST,EXPIRY,\"maxRequestsPerSecond\":0}      | must be a whole number",
                "{VERSION:1,DIGEST,EXPIRY,\"maxRequestsPerSecond\":-5}     | must be a whole number",
                "{VERSION:1,DIGEST,EXPIRY,\"maxRequestsPerSecond\":1.5}    | must be a whole number",
                "{VERSION:1,DIGEST,EXPIRY,\"maxRequestsPerSecond\":1e3}    | must be a whole number",
                "{VERSION:1,DIGEST,EXPIRY,\"maxRequestsPerSecond\":\"9\"}  | must be a whole number",
                "{VERSION:1,DIGEST,EXPIRY,\"maxRequestsPerSecond\":9999999999} | must be a whole number",
                "{VERSION:1,DIGEST,RATE}           | \"expires\" must be an instant as in \"2026-12-01T00:00:00Z\"",
                "{VERSION:1,DIGEST,RATE,\"expires\":\"2026-12-01\"}        | \"expires\" must be an instant",
                "{VERSION:1,DIGEST,RATE,\"expires\":\"2026-12-01T00:00\"}  | \"expires\" must be an instant",
                "{VERSION:1,DIGEST,RATE,\"expires\":1796083200}            | \"expires\" must be an instant",
                "{VERSION:1,DIGEST,RATE,\"expires\":null}                  | \"expires\" must be an instant",
            })
    void whatIsNoTokenIsRefusedWithTheReason(String document, String reason) {
        String json = document.replace("{TOKEN}", TOKEN.json())
                .replace("REST", "DIGEST,RATE,EXPIRY")
                .replace("VERSION", "\"tenggat-authorization\"")
                .replace("DIGEST", "\"scenario\":\"sha256:" + DIGEST + "\"")
                .replace("RATE", "\"maxRequestsPerSecond\":500")
                .replace("EXPIRY", "\"expires\":\"2026-12-01T00:00:00Z\"");
        assertThatThrownBy(() -> Authorisation.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void theTermsOfTwoAreTheLeastOfBoth() {
        Authorisation longer = new Authorisation(DIGEST, 100, TOKEN.expires().plusSeconds(1));
        assertThat(TOKEN.and(longer)).isEqualTo(new Authorisation(DIGEST, 100, TOKEN.expires()));
        assertThat(TOKEN.and(longer).terms()).isEqualTo("100 requests a second until 2026-12-01T00:00:00Z");
    }
}
