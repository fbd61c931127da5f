package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Numbers of the page's charts: counts as they are, all else with four significant digits, so that the page stays small. */
final class ChartNumbers {

    private static final MathContext DIGITS = new MathContext(4);

    private ChartNumbers() {}

    /** One count a row. */
    static <T> void counts(ObjectNode json, String name, List<T> rows, ToLongFunction<T> count) {
        ArrayNode array = json.putArray(name);
        rows.forEach(row -> array.add(count.applyAsLong(row)));
    }

    /** One number a row; null where it is not a number. */
    static <T> void of(ObjectNode json, String name, List<T> rows, ToDoubleFunction<T> value) {
        all(json, name, rows.stream().mapToDouble(value).toArray());
    }

    /** One number a row; null where it is not a number. */
    static void all(ObjectNode json, String name, double[] values) {
        ArrayNode array = json.putArray(name);
        for (double value : values) {
            if (Double.isNaN(value)) {
                array.addNull();
            } else {
                array.add(rounded(value));
            }
        }
    }

    /** One number an interval, from rows that not every interval has; not a number in the others. */
    static <T> double[] perInterval(int intervals, List<T> rows, ToIntFunction<T> interval, ToDoubleFunction<T> value) {
        double[] values = new double[intervals];
        Arrays.fill(values, Double.NaN);
        rows.forEach(row -> values[interval.applyAsInt(row)] = value.applyAsDouble(row));
        return values;
    }

    /** Without a point where it is whole. */
    private static BigDecimal rounded(double value) {
        BigDecimal digits = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return digits.scale() < 0 ? digits.setScale(0) : digits;
    }
}
