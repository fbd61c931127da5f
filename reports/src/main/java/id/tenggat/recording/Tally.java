package id.tenggat.recording;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many of each kind: every constant of an enum has a count.
 *
 * @param counts 0 or more each
 */
public record Tally<E extends Enum<E>>(Map<E, Long> counts) {

    public Tally {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /**
     * As many of each kind as stand in an array.
     *
     * @param kinds every constant of the enum
     * @param counts one for each, in their order
     */
    public static <E extends Enum<E>> Tally<E> of(E[] kinds, long[] counts) {
        EnumMap<E, Long> map = new EnumMap<>(kinds[0].getDeclaringClass());
        for (int i = 0; i < kinds.length; i++) {
            map.put(kinds[i], counts[i]);
        }
        return new Tally<>(map);
    }

    /** None of any kind. */
    public static <E extends Enum<E>> Tally<E> none(Class<E> kinds) {
        E[] constants = kinds.getEnumConstants();
        return of(constants, new long[constants.length]);
    }

    /** How many of this kind. */
    public long of(E kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** How many of all kinds. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The sums of both. */
    public Tally<E> plus(Tally<E> other) {
        EnumMap<E, Long> sum = new EnumMap<>(counts);
        other.counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new Tally<>(sum);
    }
}
