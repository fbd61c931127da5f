package id.tenggat.replay;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://127.1.2.3:80/, http://127.1.2.3:80",
        "http://localhost:9, http://127.0.0.1:9",
        "http://[::1]:8080, http://[0:0:0:0:0:0:0:1]:8080",
        "http://127.0.0.1, http://127.0.0.1:80"
    })
    void loopbackIsAllowed(String text, String origin) {
        assertThat(Target.loopback(text)).isEqualTo(URI.create(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1:80",
                "http://10.0.0.1:80",
                "http://[2001:db8::1]:80",
                "http://[::ffff:192.0.2.1]:80",
                "http://0.0.0.0:80",
                "http://3221225985:80",
                "https://127.0.0.1:443",
                "http://127.0.0.1:99999",
                "http://127.0.0.1:0",
                "http://user@127.0.0.1:80",
                "http://127.0.0.1:80/path",
                "http://127.0.0.1:80/?q",
                "http://127.0.0.1:80#f",
                "127.0.0.1:8080",
                "ftp://127.0.0.1",
                "http://",
                "http://[::1",
                ""
            })
    void everythingElseIsRefusedInOneLineThatNamesIt(String text) {
        assertThatThrownBy(() -> Target.loopback(text))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("target \"" + text + "\": ")
                .hasMessageEndingWith("give an origin as in http://127.0.0.1:8080");
    }
}
