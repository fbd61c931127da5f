package id.tenggat.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

/**
 * The wait that a rejection tells its client: our stack's header in milliseconds, or HTTP's (RFC 9110, 10.2.3) in whole
 * seconds or as a date.
 */
final class RetryAfter {

    private static final Predicate<String> DIGITS = Pattern.compile("\\d+").asMatchPredicate();
    /** Of seconds, or milliseconds, as many as can be meant. */
    private static final Predicate<String> NUMBER = Pattern.compile("\\d{1,9}").asMatchPredicate();
    /** What so many digits of seconds can tell. */
    private static final Duration LONGEST = Duration.ofSeconds(999_999_999);

    private RetryAfter() {}

    /** In nanoseconds, by an answer's headers; 0 if they name none. */
    static long ns(Function<String, Optional<String>> headers) {
        long ms = number(headers, "Tenggat-Retry-After-Ms");
        if (ms > 0) {
            return ms * 1_000_000;
        }
        Optional<String> date = headers.apply("Retry-After").filter(DIGITS.negate());
        return date.isPresent()
                ? untilNs(date.get(), headers.apply("Date"))
                : number(headers, "Retry-After") * 1_000_000_000;
    }

    /**
     * Until a date, from the one on which the server says that it answered: its clock need not be ours. 0 if the date has
     * passed, is none, or no answer says when it was made and this host's clock says that it has passed.
     */
    private static long untilNs(String date, Optional<String> answered) {
        return instant(date)
                .map(until ->
                        Duration.between(answered.flatMap(RetryAfter::instant).orElseGet(Instant::now), until))
                .filter(wait -> !wait.isNegative() && wait.compareTo(LONGEST) <= 0)
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(RFC_1123_DATE_TIME.parse(date.trim(), Instant::from));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static long number(Function<String, Optional<String>> headers, String header) {
        return headers.apply(header).filter(NUMBER).map(Long::parseLong).orElse(0L);
    }
}
