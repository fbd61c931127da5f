package id.tenggat.adapter;

import java.util.List;

/**
 * How a scenario's journey is told to a system of the user's own.
 *
 * @param steps the requests of each step, in the journey's order; each step has at least one
 */
public record Adapter(List<List<Request>> steps, People people, Wire wire) {

    /** The names that variables of every request have, beside columns of the table and captures. */
    public static final List<String> GIVEN = List.of("applicant", "regency", "step", "attempt");

    /** What a variable's name begins with that stands for a column of the table of applicants. */
    public static final String COLUMN = "applicant.";

    public Adapter {
        steps = steps.stream().map(List::copyOf).toList();
    }
}
