package id.tenggat.pipeline;

import id.tenggat.report.Answer;
import id.tenggat.report.Evidence;
import id.tenggat.verdict.Judgement;
import id.tenggat.verdict.Outcome;
import id.tenggat.verdict.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Verdicts as GitHub's workflow commands, which a job prints to annotate the scenario file: an error for each missed
 * objective, for a measurement that is not to be trusted, and for one that decides too little; a warning for each undecided
 * objective, a notice for what passes. GitHub shows ten of each kind for one step.
 */
public final class GitHubAnnotations {

    private final Answer answer;
    private final ScenarioFile file;
    private final List<String> commands = new ArrayList<>();

    private GitHubAnnotations(Answer answer, ScenarioFile file) {
        this.answer = answer;
        this.file = file;
    }

    /**
     * A line for each annotation.
     *
     * @param scenarioFile the scenario's path in the repository; empty: as when the run was made
     */
    public static String of(List<? extends Answer> answers, Optional<String> scenarioFile) {
        StringBuilder text = new StringBuilder();
        for (Answer answer : answers) {
            new GitHubAnnotations(answer, ScenarioFile.of(answer.recording(), scenarioFile))
                    .all()
                    .forEach(command -> text.append(command).append('\n'));
        }
        return text.toString();
    }

    private List<String> all() {
        Judgement verdict = answer.verdict();
        if (!verdict.doubts().isEmpty()) {
            add("error", "INVALID: not to be trusted", String.join("\n", verdict.doubtsAndWayOut()));
        } else if (verdict.status() == Status.INVALID) {
            add("error", "INVALID: undecided", String.join("\n", verdict.undecided()));
        } else if (verdict.status() == Status.PASS) {
            add("notice", "PASS", holding());
        }
        answer.evidence().forEach(this::addObjective);
        return commands;
    }

    private String holding() {
        return answer.verdict().count(Outcome.HOLDS) + " of "
                + answer.verdict().rows().size() + " objectives hold, none was missed";
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
                + data(answer.label() + ": " + message);
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
