package id.tenggat.scenario.read;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** A part of a scenario that was read; or that is absent because a fault was found in it. */
final class Part<T> {

    private static final Part<?> ABSENT = new Part<>(null);

    private final @Nullable T value;

    private Part(@Nullable T value) {
        this.value = value;
    }

    static <T> Part<T> of(T value) {
        return new Part<>(value);
    }

    /** A faulty part. */
    @SuppressWarnings("unchecked")
    static <T> Part<T> absent() {
        return (Part<T>) ABSENT;
    }

    boolean isThere() {
        return value != null;
    }

    /** The part; throws {@link AbsentException} if it was faulty, for {@link Rules} to stop making what needs it. */
    T get() {
        if (value == null) {
            throw new AbsentException();
        }
        return value;
    }

    T or(T other) {
        return value == null ? other : value;
    }

    <R> Part<R> map(Function<T, R> function) {
        return value == null ? absent() : of(function.apply(value));
    }

    /** Stops the making of a whole that one of its parts is absent from. Its fault is known already. */
    static final class AbsentException extends RuntimeException {
        AbsentException() {
            super("a part of the scenario is faulty", null, false, false);
        }
    }
}
