package id.tenggat.cli;

import id.tenggat.replay.Payload;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Journey.Step;
import id.tenggat.stamping.SpecimenDocument;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bodies that a replay sends: a real PDF where documents are uploaded or stamped, elsewhere a JSON object. */
final class Payloads {

    /** The smallest specimen document: a step that sends a PDF sends no less. */
    private static final int SMALLEST_PDF_BYTES = 2_000;

    private static final String MEMBER = "\"filling\":\"" + "x".repeat(987) + "\",";

    private Payloads() {}

    static List<Payload> of(Journey journey) {
        return journey.steps().stream().map(Payloads::of).toList();
    }

    private static Payload of(Step step) {
        if (step.action() == Action.STAMP || step.action() == Action.UPLOAD) {
            int bytes = Math.max(SMALLEST_PDF_BYTES, step.payloadBytes());
            return new Payload("application/pdf", new SpecimenDocument(0, bytes).pdf());
        }
        return new Payload("application/json", object(step.payloadBytes()).getBytes(StandardCharsets.US_ASCII));
    }

    /** A JSON object of so many characters, filled with members of a thousand; nothing at all for 0, and the smallest for 1. */
    static String object(int characters) {
        if (characters == 0) {
            return "";
        }
        int members = Math.max(0, characters - 2) / MEMBER.length();
        String filling = MEMBER.repeat(members).replaceFirst(",$", "");
        return "{" + filling + " ".repeat(Math.max(0, characters - 2 - filling.length())) + "}";
    }
}
