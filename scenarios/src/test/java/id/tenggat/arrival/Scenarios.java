package id.tenggat.arrival;

import id.tenggat.scenario.Arrivals.DayShape;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Stack;

import java.util.List;

/** A plain scenario for tests of other rooms. */
public final class Scenarios {

    private Scenarios() {}

    /** 17 days, two zones, one station of 10 workers. */
    public static Scenario plain() {
        return Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, 600, 300);
    }

    /** The same with one other station instead. */
    public static Scenario with(Scenario s, Stack.Station station) {
        return s.withStack(new Stack(List.of(station), List.of()));
    }
}
