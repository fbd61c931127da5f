package id.tenggat.arrival;

import id.tenggat.scenario.Arrivals.DayShape;
import id.tenggat.scenario.Scenario;

/** A plain scenario for tests of other rooms. */
public final class Scenarios {

    private Scenarios() {}

    /** 17 days, two zones, one station of 10 workers. */
    public static Scenario plain() {
        return Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, 600, 300);
    }
}
