package id.tenggat.arrival;

import id.tenggat.draw.Draws;
import id.tenggat.scenario.Population.Regency;
import id.tenggat.scenario.Scenario;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/**
 * The compiled arrivals of a (sliced) scenario: everybody's first arrival in order, made before either engine starts.
 * It holds no list; each {@link #cursor()} generates the same arrivals again.
 */
public final class Schedule {

    private final Scenario scenario;
    private final Crowd crowd;
    private final Map<ZoneId, ZoneArrivals> zones = new HashMap<>();
    private @Nullable Passage passage;

    /**
     * What one passage over all arrivals tells.
     *
     * @param arrivals how many they are
     * @param digest SHA-256 in hexadecimal
     */
    private record Passage(int arrivals, String digest) {}

    private Schedule(Scenario scenario, Crowd crowd) {
        this.scenario = scenario;
        this.crowd = crowd;
        this.zones.putAll(zones(scenario));
    }

    /** Made when it is first asked for: a run that nobody records needs none. */
    private synchronized Passage passage() {
        if (passage == null) {
            MessageDigest sha256 = sha256();
            int arrivals = digestInto(sha256);
            passage = new Passage(arrivals, HexFormat.of().formatHex(sha256.digest()));
        }
        return passage;
    }

    /**
     * The schedule of a scenario whose first instant finds nobody inside.
     *
     * @throws IllegalArgumentException if in some zone nobody could ever come
     */
    public static Schedule of(Scenario scenario) {
        return new Schedule(scenario, Crowd.NOBODY);
    }

    /** The schedule of a windowed slice, begun from the crowd that the time before has left inside. */
    public static Schedule of(Scenario scenario, Crowd crowd) {
        return new Schedule(scenario, crowd);
    }

    /**
     * Checks that everywhere somebody could come.
     *
     * @throws IllegalArgumentException if in some zone nobody ever could
     */
    public static void check(Scenario scenario) {
        zones(scenario);
    }

    private static Map<ZoneId, ZoneArrivals> zones(Scenario scenario) {
        Map<ZoneId, ZoneArrivals> zones = new HashMap<>();
        for (Regency regency : scenario.population().regencies()) {
            zones.computeIfAbsent(
                    regency.zone(), zone -> new ZoneArrivals(scenario.arrivals(), scenario.calendar(), zone));
        }
        return zones;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private int digestInto(MessageDigest sha256) {
        ByteBuffer block = ByteBuffer.allocate(12 * 1024);
        int count = 0;
        for (Cursor cursor = cursor(); cursor.advance(); count++) {
            block.putInt(cursor.applicant()).putLong(cursor.dueNs());
            if (!block.hasRemaining()) {
                sha256.update(block.flip());
                block.clear();
            }
        }
        sha256.update(block.flip());
        crowd.digestInto(sha256);
        return count;
    }

    /** The scenario that these are the arrivals of. */
    public Scenario scenario() {
        return scenario;
    }

    /** Who is inside when the schedule begins. They are not among the arrivals. */
    public Crowd crowd() {
        return crowd;
    }

    /** Number of first arrivals. */
    public int arrivals() {
        return passage().arrivals();
    }

    /** Number of first arrivals before an engine time: one passage over them. */
    public int arrivalsBefore(long ns) {
        int count = 0;
        for (Cursor cursor = cursor(); cursor.advance() && cursor.dueNs() < ns; ) {
            count++;
        }
        return count;
    }

    /**
     * The applicant with the number nearest to this one who comes in it or is inside when it begins, this one if so: one
     * passage over them. Empty if there is nobody.
     */
    public OptionalInt nearest(int applicant) {
        IntUnaryOperator distance = other -> Math.abs(other - applicant);
        int nearest = crowd.members().stream()
                .mapToInt(Crowd.Member::applicant)
                .reduce(-1, (a, b) -> a >= 0 && distance.applyAsInt(a) <= distance.applyAsInt(b) ? a : b);
        for (Cursor cursor = cursor(); nearest != applicant && cursor.advance(); ) {
            int other = cursor.applicant();
            if (nearest < 0 || distance.applyAsInt(other) < distance.applyAsInt(nearest)) {
                nearest = other;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    /** SHA-256, in hexadecimal, over every (applicant, due) in order and the crowd. */
    public String digest() {
        return passage().digest();
    }

    /** Every first arrival from the beginning, in order of due time; at the same nanosecond in order of applicant. */
    public Cursor cursor() {
        List<Regency> regencies = scenario.population().regencies();
        ZoneArrivals[] zoneOf = regencies.stream().map(this::zoneOf).toArray(ZoneArrivals[]::new);
        int[] applicants = regencies.stream().mapToInt(Regency::applicants).toArray();
        RegencyStreams streams = new RegencyStreams(new Draws(scenario.seed()), zoneOf, applicants);
        return new Cursor(scenario, streams);
    }

    private ZoneArrivals zoneOf(Regency regency) {
        ZoneArrivals zone = zones.get(regency.zone());
        if (zone == null) {
            throw new IllegalStateException("no arrivals were made for zone " + regency.zone());
        }
        return zone;
    }
}
