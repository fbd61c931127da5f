package id.tenggat.pipeline;

import id.tenggat.recording.Provenance;
import id.tenggat.report.Answer;
import id.tenggat.report.Replicated;

import java.util.List;

/** What tells an answer from the others of a pipeline's job, and is the same when the job runs again. */
final class RunName {

    private RunName() {}

    /** Scenario, engine and slice; and the label, which may name a directory, only if that is not enough. */
    static String among(List<? extends Answer> answers, Answer one) {
        String name = of(one);
        boolean isOnly =
                answers.stream().filter(other -> of(other).equals(name)).count() == 1;
        return isOnly ? name : name + ", " + one.label();
    }

    /** How many replications it took is no part of the name: another build may take more. */
    private static String of(Answer answer) {
        Provenance provenance = answer.recording().provenance();
        String name = String.join(
                ", ",
                provenance.subject().name(),
                provenance.engine(),
                provenance.part().slice());
        return answer instanceof Replicated ? name + ", replications" : name;
    }
}
