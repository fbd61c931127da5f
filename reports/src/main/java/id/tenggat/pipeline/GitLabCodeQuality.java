package id.tenggat.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tenggat.report.Answer;
import id.tenggat.report.Evidence;
import id.tenggat.report.JsonText;
import id.tenggat.verdict.Judgement;
import id.tenggat.verdict.Outcome;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Verdicts as a code quality report of GitLab, which its merge requests show beside the scenario file's lines: an issue for
 * each missed objective (blocker), each that is undecided and each run that is not to be trusted (critical), each objective
 * that was not judged (info).
 */
public final class GitLabCodeQuality {

    private final ArrayNode issues;
    private final String run;
    private final Answer answer;
    private final ScenarioFile file;

    private GitLabCodeQuality(ArrayNode issues, String run, Answer answer, ScenarioFile file) {
        this.issues = issues;
        this.run = run;
        this.answer = answer;
        this.file = file;
    }

    /**
     * An indented JSON array that ends in a line feed.
     *
     * @param scenarioFile the scenario's path in the repository; empty: as when the run was made
     */
    public static String of(List<? extends Answer> answers, Optional<String> scenarioFile) {
        ArrayNode issues = JsonText.array();
        for (Answer answer : answers) {
            ScenarioFile file = ScenarioFile.of(answer.recording(), scenarioFile);
            new GitLabCodeQuality(issues, RunName.among(answers, answer), answer, file).addAll();
        }
        return JsonText.indented(issues);
    }

    private void addAll() {
        Judgement verdict = answer.verdict();
        if (!verdict.doubts().isEmpty()) {
            add("critical", JUnitXml.TRUST, "not to be trusted: " + String.join("; ", verdict.doubtsAndWayOut()));
        }
        for (Evidence evidence : answer.evidence()) {
            severity(evidence.row().outcome())
                    .ifPresent(severity -> add(
                            severity,
                            evidence.row().objective().text(),
                            evidence.row().outcome().words() + ": "
                                    + evidence.row().objective().text() + ": " + evidence.words()));
        }
    }

    private static Optional<String> severity(Outcome outcome) {
        return switch (outcome) {
            case MISSED -> Optional.of("blocker");
            case UNDECIDED -> Optional.of("critical");
            case NOT_JUDGED -> Optional.of("info");
            case HOLDS -> Optional.empty();
        };
    }

    private void add(String severity, String check, String description) {
        ObjectNode issue = issues.addObject()
                .put("description", PlainText.onOneLine(answer.label() + ": " + description))
                .put("check_name", PlainText.onOneLine(check))
                .put("fingerprint", fingerprint(check))
                .put("severity", severity);
        ObjectNode location = issue.putObject("location").put("path", PlainText.onOneLine(file.path()));
        location.putObject("lines").put("begin", file.lineOf(check).orElse(1));
    }

    /** The same whenever the job runs, for GitLab tells by it what is new. */
    private String fingerprint(String check) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((run + "\0" + check).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
