package id.tenggat.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The whole question: who comes when, what they must do, what stands there to serve them, what goes wrong, and what is
 * good enough.
 *
 * @param name short name, fit for a file name
 * @param title one sentence for people
 * @param seed the seed of every draw, unless the command line gives another
 * @param slice which part of the question this scenario asks: {@link Slice#WHOLE} as read from a file
 * @param replay what a live replay does when nothing else is asked for; empty: the whole scenario is played
 */
public record Scenario(
        String name,
        String title,
        long seed,
        Calendar calendar,
        Population population,
        Arrivals arrivals,
        Journey journey,
        Stack stack,
        Clients clients,
        List<Incident> incidents,
        List<Objective> objectives,
        Slice slice,
        Optional<Replay> replay) {

    public Scenario {
        Require.that(
                name.matches("[a-z0-9][a-z0-9-]{0,63}"), "name must be lower-case letters, digits and dashes", name);
        incidents = List.copyOf(incidents);
        objectives = List.copyOf(objectives);
    }

    /** The same question asked of other draws. */
    public Scenario withSeed(long other) {
        return new Scenario(
                name,
                title,
                other,
                calendar,
                population,
                arrivals,
                journey,
                stack,
                clients,
                incidents,
                objectives,
                slice,
                replay);
    }

    /** The same question asked of another stack. */
    public Scenario withStack(Stack other) {
        return new Scenario(
                name,
                title,
                seed,
                calendar,
                population,
                arrivals,
                journey,
                other,
                clients,
                incidents,
                objectives,
                slice,
                replay);
    }

    /** The same question asked within another calendar. */
    public Scenario withCalendar(Calendar other) {
        return new Scenario(
                name,
                title,
                seed,
                other,
                population,
                arrivals,
                journey,
                stack,
                clients,
                incidents,
                objectives,
                slice,
                replay);
    }

    /** The same question asked of another population. */
    public Scenario withPopulation(Population other) {
        return new Scenario(
                name,
                title,
                seed,
                calendar,
                other,
                arrivals,
                journey,
                stack,
                clients,
                incidents,
                objectives,
                slice,
                replay);
    }

    /** The same question asked of another journey. */
    public Scenario withJourney(Journey other) {
        return new Scenario(
                name,
                title,
                seed,
                calendar,
                population,
                arrivals,
                other,
                stack,
                clients,
                incidents,
                objectives,
                slice,
                replay);
    }

    /** The same question asked of other clients. */
    public Scenario withClients(Clients other) {
        return new Scenario(
                name,
                title,
                seed,
                calendar,
                population,
                arrivals,
                journey,
                stack,
                other,
                incidents,
                objectives,
                slice,
                replay);
    }

    /** The same question with other incidents. */
    public Scenario withIncidents(List<Incident> others) {
        return new Scenario(
                name,
                title,
                seed,
                calendar,
                population,
                arrivals,
                journey,
                stack,
                clients,
                others,
                objectives,
                slice,
                replay);
    }

    /** The same question, judged by other objectives. */
    public Scenario withObjectives(List<Objective> others) {
        return new Scenario(
                name,
                title,
                seed,
                calendar,
                population,
                arrivals,
                journey,
                stack,
                clients,
                incidents,
                others,
                slice,
                replay);
    }

    /** The slice that a live replay plays when none is asked for; empty means whole. */
    public Optional<Slice> replaySlice() {
        return replay.map(Replay::slice);
    }

    /** How clients of a live replay speak. */
    public Wire wire() {
        return replay.map(Replay::wire).orElse(Wire.ORDINARY);
    }

    /** When a live replay stops by itself. */
    public List<AbortRule> abortWhen() {
        return replay.map(Replay::abortWhen).orElse(List.of());
    }

    /** Engine time of this scenario: nanoseconds since the slice's first instant. */
    public Timeline timeline() {
        return Timeline.of(calendar, slice);
    }
}
