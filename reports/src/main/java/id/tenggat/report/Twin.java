package id.tenggat.report;

import id.tenggat.agreement.Agreement;

/**
 * Two recordings and how they agree.
 *
 * @param name what to call the case beside others
 */
public record Twin(String name, Judged first, Judged second, Agreement agreement) {

    /**
     * Compares two recordings.
     *
     * @throws IllegalArgumentException if they can't be compared: {@link Agreement#obstacle} tells
     */
    public static Twin of(String name, Judged first, Judged second) {
        return new Twin(name, first, second, Agreement.of(first.recording(), second.recording()));
    }

    Times times() {
        return first.times();
    }
}
