package id.tenggat.target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How a target may be written. */
class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://127.1.2.3:80/, http://127.1.2.3:80",
        "http://127.0.0.1, http://127.0.0.1:80",
        "https://Staging.Example, https://staging.example:443",
        "HTTPS://staging.example:8443/, https://staging.example:8443",
        "http://localhost:9, http://localhost:9",
        "http://xn--bcher-kva.example, http://xn--bcher-kva.example:80",
        "http://a-1.b2, http://a-1.b2:80",
        "http://[::1]:8080, http://[::1]:8080",
        "http://[0:0:0:0:0:0:0:1], http://[::1]:80",
        "http://[2001:DB8:0:0::0001]:1, http://[2001:db8::1]:1",
    })
    void anOriginIsReadAndWrittenInOneWay(String text, String origin) {
        assertThat(Target.parse(text).origin()).hasToString(origin);
    }

    @Test
    void thePortThatGoesWithoutSayingIsNotSaid() {
        assertThat(Target.parse("https://staging.example:443")).hasToString("https://staging.example");
        assertThat(Target.parse("http://staging.example:443")).hasToString("http://staging.example:443");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                  | not an HTTP origin",
                "127.0.0.1:8080                      | not an HTTP origin",
                "//127.0.0.1                         | not an HTTP origin",
                "http:127.0.0.1                      | not an HTTP origin",
                "http://                             | it names no host",
                "http://:80                          | it names no host",
                "ftp://127.0.0.1                     | load goes by http or https, not by ftp",
                "file:///etc/hosts                   | load goes by http or https, not by file",
                "http://127.0.0.1:80/path            | which ends before \"/path\"",
                "http://127.0.0.1:80/?q              | which ends before \"/?q\"",
                "http://127.0.0.1?q                  | which ends before \"?q\"",
                "http://127.0.0.1:80#f               | which ends before \"#f\"",
                "http://user@127.0.0.1:80            | which has no user and no password",
                "http://127.0.0.1:80@victim.example  | which has no user and no password",
                "http://127.0.0.1:0                  | a port lies between 1 and 65535, found \"0\"",
                "http://127.0.0.1:99999              | a port lies between 1 and 65535, found \"99999\"",
                "http://127.0.0.1:                   | a port lies between 1 and 65535, found \"\"",
                "http://127.0.0.1:+80                | a port lies between 1 and 65535, found \"+80\"",
                "http://127.0.0.1:80:80              | a port lies between 1 and 65535",
                "http://2130706433                   | write an IPv4 address as four decimal numbers",
                "http://3221225985:80                | write an IPv4 address as four decimal numbers",
                "http://0x7f000001                   | write an IPv4 address as four decimal numbers",
                "http://0x7f.1                       | write an IPv4 address as four decimal numbers",
                "http://0177.0.0.1                   | write an IPv4 address as four decimal numbers",
                "http://127.0.0.01                   | write an IPv4 address as four decimal numbers",
                "http://127.1                        | write an IPv4 address as four decimal numbers",
                "http://127.0.0.256                  | write an IPv4 address as four decimal numbers",
                "http://127.0.0.1.                   | write an IPv4 address as four decimal numbers",
                "http://1.127.0.0.1                  | write an IPv4 address as four decimal numbers",
                "http://staging.example.             | ends with a dot",
                "http://.example                     | is no host name",
                "http://a..b                         | is no host name",
                "http://-a.example                   | is no host name",
                "http://my_host                      | is no host name",
                "http://a*b                          | is no host name",
                "http://bücher.example               | U+00FC may not stand in an origin: write a name in ASCII, as xn--bcher-kva.example",
                "http://127。0。0。1                   | U+3002 may not stand in an origin",
                "http://①②⑦.0.0.1                    | U+2460 may not stand in an origin",
                "'http://a b'                        | U+0020 may not stand in an origin",
                "http://a\\b                         | U+005C may not stand in an origin",
                "http://%31%32%37.0.0.1              | \"%\" may not stand in an origin",
                "http://[fe80::1%eth0]               | no zone of an IPv6 address",
                "http://[fe80::1%25eth0]             | no zone of an IPv6 address",
                "http://[::1                         | is no host and port",
                "http://::1                          | it names no host",
                "http://[]                           | is no IPv6 address",
                "http://[localhost]                  | is no IPv6 address",
                "http://[127.0.0.1]                  | is no IPv6 address",
                "http://[1::2::3]                    | is no IPv6 address",
                "http://[v1.a:b]                     | is no IPv6 address",
                "http://[::ffff:127.0.0.1]           | is an IPv4 address in disguise: write 127.0.0.1",
                "http://[::ffff:7f00:1]              | is an IPv4 address in disguise: write 127.0.0.1",
                "http://[::ffff:192.0.2.1]:80        | is an IPv4 address in disguise: write 192.0.2.1",
            })
    void whatHidesWhereLoadWouldGoIsRefusedInOneLineThatNamesIt(String text, String reason) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("target \"" + text + "\": ")
                .hasMessageContaining(reason)
                .hasMessageEndingWith("; give an origin as in http://127.0.0.1:8080");
    }

    @Test
    void aNameIsAsLongAsDnsAllows() {
        String label = "a".repeat(63);
        String longest = label + "." + label + "." + label + "." + "a".repeat(61);
        assertThat(Target.parse("http://" + longest).host()).hasSize(253);
        assertThatThrownBy(() -> Target.parse("http://" + longest + "a")).hasMessageContaining("is no host name");
        assertThatThrownBy(() -> Target.parse("http://a" + label)).hasMessageContaining("is no host name");
    }
}
