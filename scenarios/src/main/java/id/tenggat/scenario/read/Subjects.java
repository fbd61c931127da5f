package id.tenggat.scenario.read;

import id.tenggat.scenario.AbortRule;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Metric.Of;
import id.tenggat.scenario.Objective;
import id.tenggat.scenario.Slice.Window;
import id.tenggat.scenario.read.Fault.Kind;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What an objective or an abort rule can be about in one scenario.
 *
 * @param stations and pools, which are measured like stations
 * @param zone in which instants without an offset are read
 * @param calendar in which windows must lie; empty if it can't be read
 */
record Subjects(Names steps, Names stations, ZoneId zone, Optional<Calendar> calendar) {

    /** An objective whose step or station is there. */
    Shape<Objective> objective() {
        return Scalars.phrase(
                "an objective, as in completed by deadline >= 99%",
                text -> {
                    Objective objective = ObjectiveParser.parse(text, zone);
                    objective.subject().ifPresent(subject -> refuseUnknown(objective, subject, text));
                    objective.during().ifPresent(window -> refuseElsewhere(window, text));
                    return objective;
                });
    }

    private void refuseElsewhere(Window window, String text) {
        calendar.filter(open -> window.from(open).isBefore(open.opens())
                        || !window.from(open).isBefore(open.closesFinally()))
                .ifPresent(open -> {
                    int column = text.codePointCount(0, text.lastIndexOf("during")) + "during".length() + 2;
                    Mistake mistake = Mistake.of(
                            "found a window that begins at " + window.from(open),
                            "one that begins between the opening, " + open.opens() + ", and the last deadline, "
                                    + open.closesFinally());
                    throw new PhraseException(Kind.MEANING, text, column, mistake);
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
