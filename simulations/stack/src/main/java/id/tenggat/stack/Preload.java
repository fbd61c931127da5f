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
 * <p>Read from lines {@code applicant,doneSteps}, where bit i of doneSteps is set if step i is done.
 */
final class Preload {

    /** Nothing. */
    static final Preload NOTHING = new Preload(new int[0], new int[0]);

    private final int[] applicants;
    private final int[] doneSteps;

    private Preload(int[] applicants, int[] doneSteps) {
        this.applicants = applicants;
        this.doneSteps = doneSteps;
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
        int size = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Line line = new Line(i + 1, lines.get(i));
                applicants[size] = line.applicant(scenario.population().applicants());
                doneSteps[size] = line.doneSteps(scenario.journey());
                size++;
            }
        }
        return new Preload(Arrays.copyOf(applicants, size), Arrays.copyOf(doneSteps, size));
    }

    /** For the ledger. */
    List<Ledger.CrowdEntry> entries() {
        return IntStream.range(0, size())
                .mapToObj(i -> new Ledger.CrowdEntry(applicants[i], doneSteps[i]))
                .toList();
    }

    int size() {
        return applicants.length;
    }

    private record Line(int number, String text) {

        /** The steps of this action as bits. */
        private static int steps(Action[] actions, Action wanted) {
            int bits = 0;
            for (int step = 0; step < actions.length; step++) {
                bits |= actions[step] == wanted ? 1 << step : 0;
            }
            return bits;
        }

        int applicant(int applicants) throws MalformedException {
            return whole(0, applicants - 1, "the applicant");
        }

        int doneSteps(Journey journey) throws MalformedException {
            int done = whole(1, (1 << journey.steps().size()) - 1, "doneSteps");
            Action[] actions =
                    journey.steps().stream().map(Journey.Step::action).toArray(Action[]::new);
            int owed = Integer.bitCount(done & steps(actions, Action.PAY)) * journey.stamps();
            if (Integer.bitCount(done & steps(actions, Action.STAMP)) > owed) {
                throw malformed("doneSteps must not hold stamps without their payment");
            }
            return done;
        }

        private int whole(int column, int atMost, String name) throws MalformedException {
            String[] cells = text.split(",", -1);
            if (cells.length != 2) {
                throw malformed("a line must be applicant,doneSteps");
            }
            try {
                int value = Integer.parseInt(cells[column].strip());
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
