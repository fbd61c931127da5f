package id.tenggat.scenario.read;

import id.tenggat.scenario.Population.Regency;
import id.tenggat.scenario.read.Fault.Kind;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a table of regencies: CSV without quotes, whose first line is {@code code,regency,province,zone,population}.
 * Empty lines are passed over.
 */
final class RegencyTable {

    static final String HEADER = "code,regency,province,zone,population";

    private static final List<String> COLUMNS = List.of(HEADER.split(","));

    private final Source source;
    private final Findings findings;
    private final List<Regency> regencies = new ArrayList<>();
    private final Map<String, Integer> lineOfCode = new HashMap<>();
    private boolean isFaulty;

    private RegencyTable(TextFile file, Findings findings) {
        this.source = new Source(file.name(), file.text());
        this.findings = findings;
    }

    /** The regencies in the file's order, without applicants; absent if a row is faulty. */
    static Part<List<Regency>> read(TextFile file, Findings findings) {
        RegencyTable table = new RegencyTable(file, findings);
        table.read();
        return table.isFaulty ? Part.absent() : Part.of(List.copyOf(table.regencies));
    }

    private void read() {
        List<String> lines = source.lines();
        if (!lines.get(0).equals(HEADER)) {
            refuse(Spot.START, Mistake.of("found " + Node.Scalar.quoted(lines.get(0)), "the header " + HEADER));
            return;
        }
        for (int line = 2; line <= lines.size(); line++) {
            String text = lines.get(line - 1);
            if (!text.isBlank()) {
                row(new Row(line, List.of(text.split(",", -1))));
            }
        }
        if (regencies.isEmpty() && !isFaulty) {
            refuse(Spot.START, Mistake.of("no regency at all", "one row for each regency below the header"));
        }
    }

    /** One line, cut at its commas. */
    private record Row(int line, List<String> fields) {

        /** Where a field begins. */
        Spot spot(int field) {
            int before = fields.subList(0, field).stream()
                    .mapToInt(text -> text.codePointCount(0, text.length()) + 1)
                    .sum();
            return new Spot(line, before + 1);
        }
    }

    private void row(Row row) {
        if (row.fields().size() != COLUMNS.size()) {
            String found = "a row of " + row.fields().size() + " fields";
            refuse(new Spot(row.line(), 1), Mistake.of(found, "5 fields: " + HEADER + ", no quotes"));
            return;
        }
        if (sound(row)) {
            List<String> fields = row.fields();
            ZoneId zone = ZoneId.of(fields.get(3));
            long residents = Long.parseLong(fields.get(4));
            regencies.add(new Regency(fields.get(0), fields.get(1), fields.get(2), zone, residents, 0));
        }
    }

    /** Checks every field, so that all faults of a row are told. */
    private boolean sound(Row row) {
        boolean isSound = true;
        for (int i = 0; i < COLUMNS.size(); i++) {
            Optional<Mistake> mistake = mistake(i, row);
            if (mistake.isPresent()) {
                refuse(row.spot(i), mistake.get());
                isSound = false;
            }
        }
        return isSound;
    }

    private Optional<Mistake> mistake(int column, Row row) {
        String field = row.fields().get(column);
        if (field.isBlank() || field.contains("\"")) {
            String found = field.isBlank() ? "an empty " + COLUMNS.get(column) : "a quote in " + COLUMNS.get(column);
            return Optional.of(Mistake.of(found, "a text without commas and quotes"));
        }
        return switch (column) {
            case 0 -> mistakeInCode(field, row.line());
            case 3 -> mistakeInZone(field);
            case 4 -> mistakeInPopulation(field);
            default -> Optional.empty();
        };
    }

    private Optional<Mistake> mistakeInCode(String code, int line) {
        Integer before = lineOfCode.putIfAbsent(code, line);
        String found = "code " + Node.Scalar.quoted(code) + " again, after line " + before;
        return before == null ? Optional.empty() : Optional.of(Mistake.of(found, "each code once"));
    }

    private static Optional<Mistake> mistakeInZone(String zone) {
        String found = "no time zone is called " + Node.Scalar.quoted(zone);
        return Scalars.ZONES.contains(zone)
                ? Optional.empty()
                : Optional.of(new Mistake(found, "a time zone, as in Asia/Jakarta", Nearest.to(zone, Scalars.ZONES)));
    }

    private static Optional<Mistake> mistakeInPopulation(String population) {
        String found = "found " + Node.Scalar.quoted(population);
        return population.matches("\\d{1,10}")
                ? Optional.empty()
                : Optional.of(Mistake.of(found, "a whole number of residents, as in 305907"));
    }

    private void refuse(Spot spot, Mistake mistake) {
        isFaulty = true;
        findings.add(new Fault(Kind.MEANING, source.place(spot), mistake));
    }
}
