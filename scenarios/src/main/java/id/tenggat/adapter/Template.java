package id.tenggat.adapter;

import java.util.List;
import java.util.function.UnaryOperator;

/** A text with values to be put in for each applicant and attempt. */
public record Template(List<Piece> pieces) {

    /** A piece of a template. */
    public sealed interface Piece {}

    /** Stands there as it is. */
    public record Literal(String text) implements Piece {}

    /** The value that a variable has when the text is made. */
    public record Reference(String variable) implements Piece {}

    /** A value of the environment; it is never printed. */
    public record Secret(String name, String value) implements Piece {
        @Override
        public String toString() {
            return "${env." + name + "}";
        }
    }

    /** What variables stand for. */
    @FunctionalInterface
    public interface Values {
        /**
         * The value of a variable.
         *
         * @throws IllegalArgumentException if it has none
         */
        String of(String variable);
    }

    public Template {
        pieces = List.copyOf(pieces);
    }

    /** The text, with each value written as the place demands it; literal pieces stay as they are. */
    public String text(Values values, UnaryOperator<String> escaped) {
        if (pieces.size() == 1 && pieces.get(0) instanceof Literal only) {
            return only.text();
        }
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Literal literal ? literal.text() : escaped.apply(value(piece, values)));
        }
        return text.toString();
    }

    private static String value(Piece piece, Values values) {
        if (piece instanceof Reference reference) {
            return values.of(reference.variable());
        }
        return ((Secret) piece).value();
    }
}
