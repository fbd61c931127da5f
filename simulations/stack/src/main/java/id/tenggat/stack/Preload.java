package id.tenggat.stack;

import id.tenggat.ledger.Ledger;
import id.tenggat.scenario.Journey;
import id.tenggat.scenario.Journey.Action;
import id.tenggat.scenario.Scenario;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the stack has done, before a run begins, for those who are inside already.
 *
 * <p>Read from lines {@code applicant,doneSteps} or {@code applicant,doneSteps,lostQuota}, where bit i of doneSteps is set
 * if step i is done, and lostQuota stamps of what is paid for are used up without a stamp.
 */
final class Preload {

    /** Nothing. */
    static final Preload NOTHING = new Preload(new int[0], new int[0], new int[0]);

    private final int[] applicants;
    private final int[] doneSteps;
    private final int[] lostQuota;

    private Preload(int[] applicants, int[] doneSteps, int[] lostQuota) {
        this.applicants = applicants;
        this.doneSteps = doneSteps;
        this.lostQuota = lostQuota;
    }

    /**
     * Reads lines; empty ones are skipped.
     *
     * @throws MalformedException naming the first line that can't stand
     */
    static Preload parse(byte[] csv, Scenario scenario) throws MalformedException {
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        int[] applicants = new int[lines.size()];
        int[] doneSteps = new int[lines.size()];
        int[] lostQuota = new int[lines.size()];
        int size = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Line line = new Line(i + 1, lines.get(i));
                applicants[size] = line.applicant(scenario.population().applicants());
                doneSteps[size] = line.doneSteps(scenario.journey());
                lostQuota[size] = line.lostQuota(doneSteps[size], scenario.journey());
                size++;
            }
        }
        return new Preload(
                Arrays.copyOf(applicants, size), Arrays.copyOf(doneSteps, size), Arrays.copyOf(lostQuota, size));
    }

    /** For the ledger. */
    List<Ledger.CrowdEntry> entries() {
        return IntStream.range(0, size())
                .mapToObj(i -> new Ledger.CrowdEntry(applicants[i], doneSteps[i], lostQuota[i]))
                .toList();
    }

    int size() {
        return applicants.length;
    }

    private record Line(int number, String text) {

        int applicant(int applicants) throws MalformedException {
            return whole(0, applicants - 1, "the applicant");
        }

        int doneSteps(Journey journey) throws MalformedException {
            int done = whole(1, (1 << journey.steps().size()) - 1, "doneSteps");
            if (owed(done, journey) < 0) {
                throw malformed("doneSteps must not hold stamps without their payment");
            }
            return done;
        }

        int lostQuota(int done, Journey journey) throws MalformedException {
            return cells().size() == 2 ? 0 : whole(2, owed(done, journey), "lostQuota, paid for and not stamped,");
        }

        /** The stamps that are paid for and not done; below 0 if more are done than are paid for. */
        private static int owed(int done, Journey journey) {
            int paid = Integer.bitCount(done & journey.steps(Action.PAY)) * journey.stamps();
            return paid - Integer.bitCount(done & journey.steps(Action.STAMP));
        }

        private List<String> cells() throws MalformedException {
            List<String> cells = List.of(text.split(",", -1));
            if (cells.size() < 2 || cells.size() > 3) {
                throw malformed("a line must be applicant,doneSteps or applicant,doneSteps,lostQuota");
            }
            return cells;
        }

        private int whole(int column, int atMost, String name) throws MalformedException {
            String cell = cells().get(column).strip();
            try {
                int value = Integer.parseInt(cell);
                if (value >= 0 && value <= atMost) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw malformed(name + " must be a whole number");
            }
            throw malformed(name + " must lie between 0 and " + atMost);
        }

        private MalformedException malformed(String rule) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
            return new MalformedException("line " + number + ": " + rule + ", found '" + shown + "'");
        }
    }
}
