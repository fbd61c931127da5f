package id.tenggat.adapter;

import java.util.List;

/**
 * A table of what is known of each applicant.
 *
 * @param columns their names
 * @param rows one for each applicant, in the order of their numbers, with as many fields as there are columns
 */
public record People(List<String> columns, List<List<String>> rows) {

    /** Nothing is known of anybody. */
    public static final People UNKNOWN = new People(List.of(), List.of());

    public People {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What stands in a column of an applicant's row. */
    public String field(int applicant, String column) {
        return rows.get(applicant).get(columns.indexOf(column));
    }
}
