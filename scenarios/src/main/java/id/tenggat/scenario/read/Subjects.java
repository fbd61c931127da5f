package id.tenggat.scenario.read;

import id.tenggat.scenario.Metric.Of;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.read.Fault.Kind;

/**
 * What an objective can be about in one scenario.
 *
 * @param stations and pools, which are measured like stations
 */
record Subjects(Names steps, Names stations) {

    /** An objective whose step or station is there. */
    Shape<Objective> objective() {
        return Scalars.phrase(
                "an objective, as in completed by deadline >= 99%",
                text -> {
                    Objective objective = ObjectiveParser.parse(text);
                    objective.subject().ifPresent(subject -> refuseUnknown(objective, subject, text));
                    return objective;
                });
    }

    private void refuseUnknown(Objective objective, String subject, String text) {
        boolean isOfStation = objective.metric().of() == Of.STATION;
        Names names = isOfStation ? stations : steps;
        if (!names.words().contains(subject)) {
            int index = text.indexOf(subject, isOfStation ? text.indexOf('(') : 0);
            int column = text.codePointCount(0, index) + 1;
            throw new PhraseException(Kind.MEANING, text, column, names.unknown(subject));
        }
    }
}
