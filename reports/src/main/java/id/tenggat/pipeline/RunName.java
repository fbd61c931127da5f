package id.tenggat.pipeline;

import id.tenggat.recording.Provenance;
import id.tenggat.report.Judged;

import java.util.List;

/** What tells a recording from the others of a pipeline's job, and is the same when the job runs again. */
final class RunName {

    private RunName() {}

    /** Scenario, engine and slice; and the label, which may name a directory, only if that is not enough. */
    static String among(List<Judged> recordings, Judged one) {
        String name = of(one);
        boolean isOnly =
                recordings.stream().filter(other -> of(other).equals(name)).count() == 1;
        return isOnly ? name : name + ", " + one.label();
    }

    private static String of(Judged judged) {
        Provenance provenance = judged.recording().provenance();
        return String.join(
                ", ",
                provenance.subject().name(),
                provenance.engine(),
                provenance.part().slice());
    }
}
