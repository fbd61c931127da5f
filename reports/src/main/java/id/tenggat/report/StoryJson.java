package id.tenggat.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import id.tenggat.recording.LifeEvent.Worked;
import id.tenggat.report.Asked.Trace;
import id.tenggat.scenario.Journey.Step;

import java.util.List;

/** One applicant's life as JSON; its names stand in {@link JsonSummary}. */
final class StoryJson {

    private final Trace trace;
    private final List<Step> steps;

    private StoryJson(Trace trace) {
        this.trace = trace;
        this.steps = trace.scenario().journey().steps();
    }

    static void put(ObjectNode json, Trace trace) {
        StoryPage page = StoryPage.of(trace);
        json.put("applicant", trace.life().applicant())
                .put("regency", page.regency().code())
                .put("zone", page.zone().getId());
        ArrayNode events = json.putArray("events");
        trace.life().events().forEach(event -> new StoryJson(trace).put(events.addObject(), event));
    }

    private void put(ObjectNode json, LifeEvent event) {
        json.put("at", trace.scenario().timeline().instantAt(event.atNs()).toString())
                .put("atNs", event.atNs());
        if (event instanceof Came) {
            json.put("event", "CAME");
        } else if (event instanceof WasInside) {
            json.put("event", "WAS_INSIDE");
        } else if (event instanceof DoneElsewhere done) {
            json.put("event", "DONE_ELSEWHERE").put("step", step(done.step()));
        } else if (event instanceof Planned planned) {
            put(json.put("event", planned.pause().name()), planned.next());
            json.put("dueNs", planned.dueNs());
        } else if (event instanceof Sent sent) {
            put(json.put("event", "SENT"), sent.attempt());
            json.put("dueNs", sent.dueNs()).put("door", sent.door().name()).put("waiting", sent.waiting());
        } else if (event instanceof Worked worked) {
            put(json.put("event", "WORKED"), worked.attempt());
            json.put("sentNs", worked.sentNs())
                    .put("startedNs", worked.startedNs())
                    .put("work", worked.work().name());
        } else {
            putEnd(json, event);
        }
    }

    private void putEnd(ObjectNode json, LifeEvent event) {
        if (event instanceof Dropped dropped) {
            put(json.put("event", "DROPPED"), dropped.attempt());
            json.put("sentNs", dropped.sentNs());
        } else if (event instanceof TimedOut timedOut) {
            put(json.put("event", "TIMED_OUT"), timedOut.attempt());
            json.put("sentNs", timedOut.sentNs()).put("where", timedOut.where().name());
        } else if (event instanceof HeardLate heard) {
            put(json.put("event", "HEARD_LATE"), heard.attempt());
        } else if (event instanceof Ended ended) {
            json.put("event", "ENDED").put("ending", ended.ending().name());
        } else {
            json.put("event", "WENT_BEYOND");
        }
    }

    private void put(ObjectNode json, Try attempt) {
        json.put("step", step(attempt.step())).put("visit", attempt.visit() + 1).put("attempt", attempt.attempt() + 1);
    }

    /** Absent if none is left. */
    private String step(int step) {
        return step == steps.size() ? "" : steps.get(step).name();
    }
}
