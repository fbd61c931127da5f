package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.agreement.Agreement;
import id.tenggat.agreement.Compared;
import id.tenggat.agreement.Parting;

/**
 * How two recordings agree, for programs. Durations are in nanoseconds, shares from 0 to 1, rates per engine second; what has
 * no data is absent.
 *
 * <pre>
 * case, status (PASS, FAIL, INVALID), exitStatus, first, second (directories), notes[], invalidReasons[],
 * measures[]  measure (GOODPUT ...), step, unit (PER_SECOND, RATIO, SHARE, NANOSECONDS), first, second, difference, allowed,
 *             likeness (WITHIN, OUTSIDE, NOT_JUDGED), note, at
 * parting     step, at, sign (SERVED, REJECTED, TIMED_OUT, FAILED, COMPLETED, P50, P99), first, second
 * </pre>
 */
public final class AgreementJson {

    private AgreementJson() {}

    /** One object; ends in a line feed. */
    public static String of(Twin twin) {
        Agreement agreement = twin.agreement();
        ObjectNode json = JsonText.object();
        json.put("case", twin.name());
        json.put("status", agreement.status().name());
        json.put("exitStatus", agreement.status().exitStatus());
        json.put("first", twin.first().recording().directory().toString());
        json.put("second", twin.second().recording().directory().toString());
        agreement.notes().forEach(json.putArray("notes")::add);
        agreement.invalidReasons().forEach(json.putArray("invalidReasons")::add);
        ArrayNode measures = json.putArray("measures");
        agreement.rows().forEach(row -> put(measures.addObject(), row));
        agreement.parting().ifPresent(parting -> put(json.putObject("parting"), parting));
        return JsonText.indented(json);
    }

    private static void put(ObjectNode json, Compared row) {
        json.put("measure", row.measure().name());
        row.step().ifPresent(step -> json.put("step", step));
        json.put("unit", row.measure().unit().name());
        row.first().ifPresent(value -> json.put("first", value));
        row.second().ifPresent(value -> json.put("second", value));
        row.difference().ifPresent(value -> json.put("difference", value));
        json.put("allowed", row.allowed());
        json.put("likeness", row.likeness().name());
        json.put("note", row.note());
        row.at().ifPresent(at -> json.put("at", at.toString()));
    }

    private static void put(ObjectNode json, Parting parting) {
        json.put("step", parting.step());
        json.put("at", parting.at().toString());
        json.put("sign", parting.sign().name());
        json.put("first", parting.first());
        json.put("second", parting.second());
    }
}
