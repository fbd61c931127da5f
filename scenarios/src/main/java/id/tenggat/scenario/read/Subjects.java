package id.tenggat.scenario.read;

import id.tenggat.scenario.AbortRule;
import id.tenggat.scenario.Metric.Of;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.read.Fault.Kind;

import java.time.ZoneId;

/**
 * What an objective or an abort rule can be about in one scenario.
 *
 * @param stations and pools, which are measured like stations
 * @param zone in which instants without an offset are read
 */
record Subjects(Names steps, Names stations, ZoneId zone) {

    /** An objective whose step or station is there. */
    Shape<Objective> objective() {
        return Scalars.phrase(
                "an objective, as in completed by deadline >= 99%",
                text -> {
                    Objective objective = ObjectiveParser.parse(text, zone);
                    objective.subject().ifPresent(subject -> refuseUnknown(objective, subject, text));
                    return objective;
                });
    }

    /** An abort rule whose step is there. */
    Shape<AbortRule> abortRule() {
        return Scalars.phrase(AbortRuleParser.ALLOWED, text -> {
            AbortRule rule = AbortRuleParser.parse(text);
            rule.condition().step().ifPresent(step -> refuseUnknown(steps, step, text, 0));
            return rule;
        });
    }

    /** @param from where the subject is looked for in the text */
    private static void refuseUnknown(Names names, String subject, String text, int from) {
        if (!names.words().contains(subject)) {
            int column = text.codePointCount(0, text.indexOf(subject, from)) + 1;
            throw new PhraseException(Kind.MEANING, text, column, names.unknown(subject));
        }
    }

    private void refuseUnknown(Objective objective, String subject, String text) {
        boolean isOfStation = objective.metric().of() == Of.STATION;
        refuseUnknown(isOfStation ? stations : steps, subject, text, isOfStation ? text.indexOf('(') : 0);
    }
}
