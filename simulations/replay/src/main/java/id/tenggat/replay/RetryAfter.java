package id.tenggat.replay;

/** The wait that a rejection tells its client: our stack's header in milliseconds, or HTTP's in whole seconds. */
final class RetryAfter {

    private static final int DIGITS = 9;

    private RetryAfter() {}

    /** In nanoseconds; 0 if the answer names none, or a date, which no service of ours sends. */
    static long ns(Answer answer) {
        long ms = number(answer, "Tenggat-Retry-After-Ms");
        return ms > 0 ? ms * 1_000_000 : number(answer, "Retry-After") * 1_000_000_000;
    }

    private static long number(Answer answer, String header) {
        return answer.header(header)
                .filter(text -> text.matches("\\d{1," + DIGITS + "}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
