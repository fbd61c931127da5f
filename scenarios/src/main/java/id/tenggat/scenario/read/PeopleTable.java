package id.tenggat.scenario.read;

import id.tenggat.adapter.People;
import id.tenggat.scenario.read.Fault.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads a table of applicants: CSV without quotes, whose first line names the columns; one row for each applicant. */
final class PeopleTable {

    static final NamedFile CSV = new NamedFile("the path of a CSV file of applicants", 256 * 1024 * 1024);

    private static final String NAMES = "names of letters and digits, each once, with commas between them";

    private final Source source;
    private final Findings findings;
    private final List<List<String>> rows = new ArrayList<>();

    private PeopleTable(TextFile file, Findings findings) {
        this.source = new Source(file.name(), file.text());
        this.findings = findings;
    }

    /** The table; absent if a row is faulty, or fewer applicants stand in it than there are. */
    static Part<People> read(TextFile file, int applicants, NamedFile.Mention mention) {
        return new PeopleTable(file, mention.findings()).read(applicants, mention);
    }

    private Part<People> read(int applicants, NamedFile.Mention mention) {
        List<String> lines = source.lines();
        List<String> columns = List.of(lines.get(0).split(",", -1));
        boolean isNamed = columns.stream().allMatch(name -> name.matches("[A-Za-z][A-Za-z0-9]{0,31}"));
        if (!isNamed || new HashSet<>(columns).size() != columns.size()) {
            refuse(Spot.START, Mistake.of("found " + Node.Scalar.quoted(lines.get(0)), NAMES));
            return Part.absent();
        }
        boolean isSound = true;
        for (int line = 2; line <= lines.size(); line++) {
            isSound &= lines.get(line - 1).isEmpty() || row(line, columns.size());
        }
        if (isSound && rows.size() < applicants) {
            mention.refuse(Mistake.of(
                    "the table has " + rows.size() + " rows, and the scenario " + applicants + " applicants",
                    "a table of one row for each applicant"));
            return Part.absent();
        }
        return isSound ? Part.of(new People(columns, rows)) : Part.absent();
    }

    private boolean row(int line, int columns) {
        String text = source.lines().get(line - 1);
        List<String> fields = List.of(text.split(",", -1));
        boolean isPlain = text.chars().noneMatch(c -> c == '"' || Character.isISOControl(c));
        if (fields.size() != columns || !isPlain) {
            String found = isPlain ? "a row of " + fields.size() + " fields" : "a quote or a control character";
            refuse(new Spot(line, 1), Mistake.of(found, columns + " fields, no quotes"));
            return false;
        }
        rows.add(fields);
        return true;
    }

    private void refuse(Spot spot, Mistake mistake) {
        findings.add(new Fault(Kind.MEANING, source.place(spot), mistake));
    }
}
