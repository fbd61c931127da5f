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
    private @Nullable Integer arrivals;

    private Schedule(Scenario scenario, Crowd crowd) {
        this.scenario = scenario;
        this.crowd = crowd;
        this.zones.putAll(zones(scenario));
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

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /** The scenario that these are the arrivals of. */
    public Scenario scenario() {
        return scenario;
    }

    /** Who is inside when the schedule begins. They are not among the arrivals. */
    public Crowd crowd() {
        return crowd;
    }

    /** Number of first arrivals. A part of the population is counted when it is first asked for. */
    public synchronized int arrivals() {
        if (arrivals == null) {
            arrivals = comesWhole() ? scenario.population().applicants() : arrivalsBefore(Long.MAX_VALUE);
        }
        return arrivals;
    }

    private boolean comesWhole() {
        return scenario.slice().fraction() == 1 && scenario.slice().window().isEmpty();
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

    /**
     * SHA-256, in hexadecimal, over all that the arrivals are generated from, compiled: the seed, the slice, each zone's
     * hours, each regency's applicants; and over the crowd. Equal digests are equal arrivals, nobody has to walk over them.
     */
    public String digest() {
        MessageDigest sha256 = sha256();
        sha256.update(settings());
        Map<ZoneArrivals, byte[]> ofZones = new HashMap<>();
        for (Regency regency : scenario.population().regencies()) {
            sha256.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(regency.applicants())
                    .flip());
            sha256.update(ofZones.computeIfAbsent(zoneOf(regency), ZoneArrivals::digest));
        }
        crowd.digestInto(sha256);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private byte[] settings() {
        Cursor cursor = cursor();
        return ByteBuffer.allocate(5 * Long.BYTES)
                .putLong(scenario.seed())
                .putDouble(scenario.slice().fraction())
                .putDouble(scenario.slice().timeLapse())
                .putLong(cursor.originNs())
                .putLong(cursor.untilNs())
                .array();
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
