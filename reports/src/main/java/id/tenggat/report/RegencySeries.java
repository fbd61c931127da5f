package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.recording.Ending;
import id.tenggat.recording.RegencyRow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page shows of each regency, by province, both in the order of the scenario. */
final class RegencySeries {

    private RegencySeries() {}

    static void addTo(ObjectNode json, List<RegencyRow> regencies) {
        ArrayNode provinces = json.putArray("provinces");
        byProvince(regencies).forEach((name, rows) -> {
            ArrayNode array = provinces.addObject().put("name", name).putArray("regencies");
            rows.forEach(row -> add(array, row));
        });
    }

    private static Map<String, List<RegencyRow>> byProvince(List<RegencyRow> regencies) {
        Map<String, List<RegencyRow>> provinces = new LinkedHashMap<>();
        regencies.forEach(row -> provinces
                .computeIfAbsent(row.province(), p -> new ArrayList<>())
                .add(row));
        return provinces;
    }

    private static void add(ArrayNode array, RegencyRow row) {
        array.addObject()
                .put("code", row.code())
                .put("name", row.name())
                .put("due", row.due())
                .put("completed", row.endings().of(Ending.COMPLETED));
    }
}
