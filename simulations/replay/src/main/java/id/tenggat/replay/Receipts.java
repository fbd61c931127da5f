package id.tenggat.replay;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The receipts that clients hold: what they will say when something is missing. */
final class Receipts {

    /** The header in which the stack gives a number to hold against it. */
    static final String HEADER = "Tenggat-Receipt";

    private static final String LEDGER_HEADER = "step,number,applicant";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final long NO_NUMBER = -1;

    private int[] steps = new int[16];
    private int[] applicants = new int[16];
    private long[] numbers = new long[16];
    private int size;

    /** An applicant was given this number for a step. */
    void hold(int step, int applicant, String number) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            applicants = Arrays.copyOf(applicants, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        steps[size] = step;
        applicants[size] = applicant;
        numbers[size++] = NUMBER.matcher(number).matches() ? Long.parseLong(number) : NO_NUMBER;
    }

    private record Held(int step, long number, int applicant) {

        static Held of(String line) {
            String[] cells = line.split(",", -1);
            return new Held(Integer.parseInt(cells[0]), Long.parseLong(cells[1]), Integer.parseInt(cells[2]));
        }
    }

    /**
     * How many receipts a ledger does not know, or knows as somebody else's.
     *
     * @param ledger lines as {@code GET /admin/receipts} gives them
     * @throws IllegalArgumentException if they are none
     */
    long unknownTo(Stream<String> ledger) {
        Set<Held> unknown = new HashSet<>();
        for (int i = 0; i < size; i++) {
            unknown.add(new Held(steps[i], numbers[i], applicants[i]));
        }
        ledger.filter(line -> !line.equals(LEDGER_HEADER)).map(Held::of).forEach(unknown::remove);
        return unknown.size();
    }
}
