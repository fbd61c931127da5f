package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Node.Scalar;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The shapes of numbers without a unit. */
final class Numbers {

    /** Longer ones are no number that a scenario needs. */
    private static final int LONGEST = 40;

    private Numbers() {}

    /** A whole number between two, both allowed; {@code 4.0} is whole, as in JSON Schema. */
    static Shape<Long> whole(long least, long most) {
        String allowed = String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most);
        Predicate<BigDecimal> fits =
                value -> between(value, BigDecimal.valueOf(least), BigDecimal.valueOf(most)) && isWhole(value);
        return number(allowed, fits).map(BigDecimal::longValueExact);
    }

    /** One number only. */
    static Shape<Integer> only(int number, String why) {
        BigDecimal wanted = BigDecimal.valueOf(number);
        return number(number + ", " + why, value -> value.compareTo(wanted) == 0)
                .map(BigDecimal::intValueExact);
    }

    /** As {@link #whole(long, long)}, for an {@code int}. */
    static Shape<Integer> wholeInt(int least, int most) {
        return whole(least, most).map(Math::toIntExact);
    }

    /** A number between two, both allowed. */
    static Shape<Double> from(double least, double most) {
        String allowed = "a number from " + shown(least) + " to " + shown(most);
        return number(allowed, value -> between(value, BigDecimal.valueOf(least), BigDecimal.valueOf(most)))
                .map(BigDecimal::doubleValue);
    }

    /** A number above zero and up to another. */
    static Shape<Double> aboveZero(double most) {
        String allowed = "a number above 0 and up to " + shown(most);
        Predicate<BigDecimal> fits =
                value -> value.signum() > 0 && between(value, BigDecimal.ZERO, BigDecimal.valueOf(most));
        return number(allowed, fits).map(BigDecimal::doubleValue);
    }

    private static Shape<BigDecimal> number(String allowed, Predicate<BigDecimal> fits) {
        return new Shape<>(allowed, (node, findings) -> {
            Optional<BigDecimal> number = decimal(node).filter(fits);
            if (number.isEmpty()) {
                findings.structure(node, allowed);
            }
            return number.map(Part::of).orElseGet(Part::absent);
        });
    }

    private static Optional<BigDecimal> decimal(Node node) {
        boolean isNumber = node instanceof Scalar scalar
                && scalar.type() == Scalar.Type.NUMBER
                && scalar.text().length() <= LONGEST;
        return isNumber ? decimal(((Scalar) node).text()) : Optional.empty();
    }

    /** Empty for what YAML calls a number too: hexadecimal, octal, infinite and no numbers. */
    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean between(BigDecimal value, BigDecimal least, BigDecimal most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static String shown(double bound) {
        return bound == Math.rint(bound) ? String.format(Locale.ROOT, "%,.0f", bound) : Double.toString(bound);
    }
}
