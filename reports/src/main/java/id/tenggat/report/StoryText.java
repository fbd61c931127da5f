package id.tenggat.report;

import id.tenggat.recording.LifeEvent;
import id.tenggat.recording.LifeEvent.Came;
import id.tenggat.recording.LifeEvent.DoneElsewhere;
import id.tenggat.recording.LifeEvent.Dropped;
import id.tenggat.recording.LifeEvent.Ended;
import id.tenggat.recording.LifeEvent.HeardLate;
import id.tenggat.recording.LifeEvent.Planned;
import id.tenggat.recording.LifeEvent.Sent;
import id.tenggat.recording.LifeEvent.TimedOut;
import id.tenggat.recording.LifeEvent.Try;
import id.tenggat.recording.LifeEvent.WasInside;
import id.tenggat.recording.LifeEvent.WentBeyond;
import id.tenggat.recording.LifeEvent.Worked;
import id.tenggat.report.Asked.Trace;
import id.tenggat.scenario.Calendar.Extension;
import id.tenggat.scenario.Clients;
import id.tenggat.scenario.Incident;
import id.tenggat.scenario.Incident.Effect;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack.Abandon;
import id.tenggat.scenario.Stack.Station;
import id.tenggat.scenario.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One applicant's life as a story: a line an event, times in the applicant's own zone, a headline a day. Durations are the
 * engine's; with a time-lapse they are shorter than the times between the lines.
 */
public final class StoryText {

    private record Line(Instant at, String words) {}

    private final Scenario scenario;
    private final Trace trace;

    private StoryText(Trace trace) {
        this.scenario = trace.scenario();
        this.trace = trace;
    }

    /** The story; ends in a line feed. */
    public static String of(Trace trace) {
        return new StoryText(trace).text();
    }

    private String text() {
        List<Line> lines = new ArrayList<>();
        for (LifeEvent event : trace.life().events()) {
            lines.add(new Line(scenario.timeline().instantAt(event.atNs()), words(event)));
        }
        scenario.calendar().extensions().stream()
                .filter(extension -> isLived(extension.announced()))
                .forEach(extension -> lines.add(new Line(extension.announced(), words(extension))));
        lines.sort(Comparator.comparing(Line::at));
        return StoryPage.of(trace)
                .with(
                        lines.stream().map(Line::at).toList(),
                        lines.stream().map(Line::words).toList());
    }

    /** True from the first event until the journey's end. */
    private boolean isLived(Instant instant) {
        List<LifeEvent> events = trace.life().events();
        long lastNs = events.stream()
                .filter(event -> event instanceof Ended)
                .mapToLong(LifeEvent::atNs)
                .findFirst()
                .orElse(events.get(events.size() - 1).atNs());
        return !instant.isBefore(scenario.timeline().instantAt(events.get(0).atNs()))
                && !instant.isAfter(scenario.timeline().instantAt(lastNs));
    }

    private String words(Extension extension) {
        return "hears that the deadline is moved to " + StoryPage.of(trace).dated(extension.closes());
    }

    private String words(LifeEvent event) {
        if (event instanceof Came) {
            return "comes";
        } else if (event instanceof WasInside) {
            return "is inside already as the slice begins";
        } else if (event instanceof DoneElsewhere done) {
            return "does " + step(done.step()) + " elsewhere: " + channel(done.step());
        } else if (event instanceof Planned planned) {
            return planned(planned);
        } else if (event instanceof Sent sent) {
            return sent(sent);
        } else if (event instanceof Worked worked) {
            return worked(worked);
        } else if (event instanceof Dropped dropped) {
            return station(dropped.attempt()).name() + " drops " + attempt(dropped.attempt()) + " after "
                    + span(dropped.sentNs(), dropped.atNs()) + " in its queue";
        } else if (event instanceof TimedOut timedOut) {
            return timedOut(timedOut);
        } else if (event instanceof HeardLate heard) {
            return "hears the answer to " + attempt(heard.attempt()) + " after all";
        } else if (event instanceof WentBeyond) {
            return "goes on after the end of the slice's window, which is not played";
        }
        return ended((Ended) event);
    }

    private String planned(Planned planned) {
        Clients clients = scenario.clients();
        String pause = span(planned.atNs(), planned.dueNs());
        Try next = planned.next();
        return switch (planned.pause()) {
            case COMES_BACK ->
                "gives up this visit, comes back in %s: visit %d of %d"
                        .formatted(pause, next.visit() + 1, clients.visits());
            case BACKS_OFF ->
                clicks(next) > 0
                        ? "clicks again"
                        : "tries %s again in %s: attempt %d of %d"
                                .formatted(step(next.step()), pause, attemptNumber(next), clients.attempts());
            case THINKS ->
                next.step() == scenario.journey().steps().size()
                        ? "has all done in " + pause
                        : "thinks for %s before %s".formatted(pause, step(next.step()));
        };
    }

    private String sent(Sent sent) {
        String late = sent.atNs() == sent.dueNs() ? "" : ", " + span(sent.dueNs(), sent.atNs()) + " late";
        return "sends " + attempt(sent.attempt()) + " to "
                + station(sent.attempt()).name() + late + ": " + door(sent);
    }

    private String door(Sent sent) {
        Duration retryAfter = station(sent.attempt()).retryAfter();
        String told = retryAfter.isZero() ? "" : ", told to wait " + Words.duration(retryAfter);
        return switch (sent.door()) {
            case SERVED_AT_ONCE -> "a worker takes it at once";
            case QUEUED ->
                sent.waiting() == 1
                        ? "waits, alone in the queue"
                        : "waits as one of " + Figures.count(sent.waiting()) + " in the queue";
            case IN_WAITING_ROOM -> "takes the last place in the waiting room";
            case REJECTED -> "turned away" + told;
            case IGNORED -> "no room, and no answer";
            case FAILED -> "it is down, and fails it";
        };
    }

    private String worked(Worked worked) {
        String what = attempt(worked.attempt());
        String where = station(worked.attempt()).name();
        return switch (worked.work()) {
            case ANSWERED -> "gets " + step(worked.attempt().step()) + " served: " + took(worked);
            case REFUSED_BY_LEDGER -> "the ledger refuses " + what + ": " + took(worked);
            case ANSWER_LOST -> where + " has done " + what + ", but the answer is lost: " + took(worked);
            case IN_VAIN -> where + " has done " + what + " for nobody, wasted work: " + took(worked);
            case FAILED -> "a third party fails " + what + ": " + took(worked);
            case BROKEN_OFF -> where + " goes down and fails " + what;
        };
    }

    private String took(Worked worked) {
        String waited = worked.startedNs() == worked.sentNs()
                ? ""
                : "waited " + span(worked.sentNs(), worked.startedNs()) + ", ";
        return waited + "held a worker for " + span(worked.startedNs(), worked.atNs()) + calls(worked.attempt());
    }

    private String calls(Try attempt) {
        String called = station(attempt).thirdParties().stream()
                .map(party -> scenario.stack().thirdParties().get(party).name())
                .collect(Collectors.joining(", "));
        return called.isEmpty() ? "" : " (calls included: " + called + ")";
    }

    private String timedOut(TimedOut timedOut) {
        Station station = station(timedOut.attempt());
        String left = "has waited %s, and leaves %s"
                .formatted(span(timedOut.sentNs(), timedOut.atNs()), attempt(timedOut.attempt()));
        return switch (timedOut.where()) {
            case NOWHERE -> left;
            case IN_WAITING_ROOM -> left + ", and the waiting room of " + station.name();
            case SERVING -> left + "; a worker of " + station.name() + " goes on with it";
            case QUEUED ->
                station.abandon() == Abandon.NOTICED
                        ? left + "; " + station.name() + " notices, and takes it out of its queue"
                        : left + "; it stays in the queue of " + station.name() + " unnoticed";
        };
    }

    private String ended(Ended ended) {
        Instant deadline = scenario.calendar().closesFinally();
        Duration left = Duration.between(scenario.timeline().instantAt(ended.atNs()), deadline);
        return switch (ended.ending()) {
            case COMPLETED -> "is done, " + Words.duration(left) + " before the deadline";
            case COMPLETED_LATE -> "is done, " + Words.duration(left.negated()) + " after the deadline: too late";
            case GAVE_UP -> "gives up for good";
            case MISSED -> "the next attempt would be due only after the deadline: misses it";
        };
    }

    private String channel(int step) {
        int station = scenario.journey().steps().get(step).station();
        return scenario.incidents().stream()
                .filter(incident -> incident.effect() instanceof Effect.Channel channel && channel.station() == station)
                .map(Incident::name)
                .findFirst()
                .orElse("another channel");
    }

    private String step(int step) {
        return scenario.journey().steps().get(step).name();
    }

    private String attempt(Try attempt) {
        String click = clicks(attempt) == 0 ? "" : " (click %d)".formatted(1 + clicks(attempt));
        return "attempt %d%s of %s".formatted(attemptNumber(attempt), click, step(attempt.step()));
    }

    private int attemptNumber(Try attempt) {
        return attempt.attempt() / scenario.clients().requestsOfAttempt() + 1;
    }

    /** How often its client has clicked again in this attempt. */
    private int clicks(Try attempt) {
        return attempt.attempt() % scenario.clients().requestsOfAttempt();
    }

    private Station station(Try attempt) {
        return scenario.stack()
                .stations()
                .get(scenario.journey().steps().get(attempt.step()).station());
    }

    private static String span(long fromNs, long untilNs) {
        return Words.durationNs(untilNs - fromNs);
    }
}
