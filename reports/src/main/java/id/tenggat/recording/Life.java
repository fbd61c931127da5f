package id.tenggat.recording;

import java.util.List;

/**
 * What happened to one applicant.
 *
 * @param applicant number
 * @param events in order of time
 */
public record Life(int applicant, List<LifeEvent> events) {

    public Life {
        events = List.copyOf(events);
    }
}
