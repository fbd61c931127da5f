package id.tenggat.scenario.read;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What may stand at one place of a scenario file, and how it is read.
 *
 * @param allowed what may stand there, for people
 * @param reading reads a node, and tells the findings if it can't
 */
record Shape<T>(String allowed, BiFunction<Node, Findings, Part<T>> reading) {

    Part<T> read(Node node, Findings findings) {
        return reading.apply(node, findings);
    }

    /** The same shape, read into something else. */
    <R> Shape<R> map(Function<T, R> function) {
        return new Shape<>(allowed, reading.andThen(part -> part.map(function)));
    }
}
