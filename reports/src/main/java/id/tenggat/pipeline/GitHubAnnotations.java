package id.tenggat.pipeline;

import id.tenggat.report.Evidence;
import id.tenggat.report.Judged;
import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Verdicts as GitHub's workflow commands, which a job prints to annotate the scenario file: an error for each missed
 * objective and each run that is not to be trusted, a warning for each undecided objective, a notice for each run that
 * passes. GitHub shows ten of each kind for one step.
 */
public final class GitHubAnnotations {

    private final Judged judged;
    private final ScenarioFile file;
    private final List<String> commands = new ArrayList<>();

    private GitHubAnnotations(Judged judged, ScenarioFile file) {
        this.judged = judged;
        this.file = file;
    }

    /**
     * A line for each annotation.
     *
     * @param scenarioFile the scenario's path in the repository; empty: as when the run was made
     */
    public static String of(List<Judged> recordings, Optional<String> scenarioFile) {
        StringBuilder text = new StringBuilder();
        for (Judged judged : recordings) {
            new GitHubAnnotations(judged, ScenarioFile.of(judged.recording(), scenarioFile))
                    .all()
                    .forEach(command -> text.append(command).append('\n'));
        }
        return text.toString();
    }

    private List<String> all() {
        Status status = judged.verdict().status();
        if (status == Status.INVALID) {
            add("error", "INVALID", String.join("\n", judged.verdict().invalidReasons()));
        } else if (status == Status.PASS) {
            add("notice", "PASS", holding());
        }
        Evidence.of(judged).forEach(this::addObjective);
        return commands;
    }

    private String holding() {
        long holds = judged.verdict().rows().stream()
                .filter(row -> row.outcome() == Outcome.HOLDS)
                .count();
        return holds + " of " + judged.verdict().rows().size() + " objectives hold, none was missed";
    }

    private void addObjective(Evidence evidence) {
        switch (evidence.row().outcome()) {
            case MISSED -> addObjective("error", evidence);
            case UNDECIDED -> addObjective("warning", evidence);
            case HOLDS, NOT_JUDGED -> {}
        }
    }

    private void addObjective(String command, Evidence evidence) {
        String objective = evidence.row().objective().text();
        String title = evidence.row().outcome().words() + ": " + objective;
        commands.add(annotation(command, file.lineOf(objective), title, evidence.words()));
    }

    private void add(String command, String title, String message) {
        commands.add(annotation(command, OptionalInt.empty(), title, message));
    }

    private String annotation(String command, OptionalInt line, String title, String message) {
        return "::" + command + " file=" + property(file.path())
                + (line.isPresent() ? ",line=" + line.getAsInt() : "") + ",title=" + property(title) + "::"
                + data(judged.label() + ": " + message);
    }

    /** As the runner reads what stands behind the second {@code ::}. */
    private static String data(String text) {
        return PlainText.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** As the runner reads a property, which a comma ends. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
