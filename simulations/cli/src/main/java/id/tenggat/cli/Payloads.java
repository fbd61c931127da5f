package id.tenggat.cli;

import id.tenggat.replay.Payload;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Journey.Step;
import id.tenggat.stamping.SpecimenDocument;

import java.util.Arrays;
import java.util.List;

/** The bodies that a replay sends: a real PDF where documents are uploaded or stamped. */
final class Payloads {

    /** The smallest specimen document: a step that sends a PDF sends no less. */
    private static final int SMALLEST_PDF_BYTES = 2_000;

    private Payloads() {}

    static List<Payload> of(Journey journey) {
        return journey.steps().stream().map(Payloads::of).toList();
    }

    private static Payload of(Step step) {
        if (step.action() == Action.STAMP || step.action() == Action.UPLOAD) {
            int bytes = Math.max(SMALLEST_PDF_BYTES, step.payloadBytes());
            return new Payload("application/pdf", new SpecimenDocument(0, bytes).pdf());
        }
        byte[] filling = new byte[step.payloadBytes()];
        Arrays.fill(filling, (byte) ' ');
        return new Payload("application/octet-stream", filling);
    }
}
