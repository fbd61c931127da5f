package id.tenggat.replay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    private static final long SECOND = 1_000_000_000;
    private static final String ANSWERED = "Fri, 31 Dec 1999 23:59:50 GMT";

    private static long ns(Map<String, String> headers) {
        return RetryAfter.ns(name -> Optional.ofNullable(headers.get(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                "0 | 0",
                "-7 | 0",
                "7.5 | 0",
                "soon | 0",
                "99999999999 | 0",
                "Fri, 31 Dec 1999 23:59:59 GMT | 9",
                "Sat, 01 Jan 2000 00:00:50 GMT | 60",
                "Fri, 31 Dec 1999 23:59:50 GMT | 0",
                "Fri, 31 Dec 1999 23:59:40 GMT | 0",
                "Fri, 31 Dec 9999 23:59:59 GMT | 0",
                "Fri, 32 Dec 1999 23:59:59 GMT | 0"
            })
    void secondsOrADateAreAWaitAndAllElseIsNone(String retryAfter, long seconds) {
        assertThat(ns(Map.of("Retry-After", retryAfter, "Date", ANSWERED))).isEqualTo(seconds * SECOND);
    }

    @Test
    void whereNobodySaysWhenTheAnswerWasMadeThisHostsClockDecides() {
        assertThat(ns(Map.of("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"))).isZero();
    }

    @Test
    void ourStacksMillisecondsGoBefore() {
        assertThat(ns(Map.of("Retry-After", "1", "Tenggat-Retry-After-Ms", "250")))
                .isEqualTo(SECOND / 4);
        assertThat(ns(Map.of())).isZero();
    }
}
