package id.tenggat.arrival;

import id.tenggat.scenario.Arrivals.Curve;
import id.tenggat.scenario.Arrivals.DayShape;
import id.tenggat.scenario.Calendar;
import id.tenggat.scenario.Scenario;
import id.tenggat.scenario.Slice;
import id.tenggat.slice.Slicer;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ScheduleTest {

    private static final int WEST = 6000;
    private static final int EAST = 3000;

    private record Arrival(int applicant, int regency, long dueNs) {}

    @Test
    void everybodyComesOnceInOrderBetweenOpeningAndDeadline() {
        Scenario scenario =
                Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.OFFICE_HOURS, WEST, EAST);
        List<Arrival> arrivals = arrivals(scenario);
        assertThat(arrivals).hasSize(WEST + EAST);
        assertThat(arrivals.stream().map(Arrival::applicant)).doesNotHaveDuplicates();
        assertThat(arrivals).isSortedAccordingTo((a, b) -> Long.compare(a.dueNs(), b.dueNs()));
        long closesNs = scenario.timeline().nsAt(Calendars.CLOSES);
        assertThat(arrivals).allMatch(a -> a.dueNs() >= 0 && a.dueNs() <= closesNs);
        assertThat(arrivals).allMatch(a -> (a.applicant() < WEST) == (a.regency() == 0));
    }

    @Test
    void theDigestNamesTheArrivalsForEver() {
        Scenario scenario =
                Calendars.scenario(Calendars.extended(), Calendars.PRESSURE, DayShape.LATE_EVENING, WEST, EAST);
        assertThat(Schedule.of(scenario).digest()).isEqualTo(FROZEN_DIGEST);
        assertThat(Schedule.of(scenario.withSeed(8)).digest()).isNotEqualTo(FROZEN_DIGEST);
        assertThat(walked(Schedule.of(scenario))).isEqualTo(FROZEN_ARRIVALS);
    }

    /** SHA-256 over every applicant and due time, in order. */
    private static String walked(Schedule schedule) {
        MessageDigest sha256 = Schedule.sha256();
        for (Cursor cursor = schedule.cursor(); cursor.advance(); ) {
            sha256.update(ByteBuffer.allocate(12)
                    .putInt(cursor.applicant())
                    .putLong(cursor.dueNs())
                    .flip());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Test
    void whateverChangesTheArrivalsChangesTheDigest() {
        Scenario scenario =
                Calendars.scenario(Calendars.extended(), Calendars.PRESSURE, DayShape.LATE_EVENING, WEST, EAST);
        Set<String> digests = new HashSet<>();
        digests.add(Schedule.of(scenario).digest());
        digests.add(Schedule.of(Slicer.apply(scenario, new Slice(Optional.empty(), 0.5, 1)))
                .digest());
        digests.add(Schedule.of(Slicer.apply(scenario, new Slice(Optional.empty(), 1, 2)))
                .digest());
        digests.add(Schedule.of(Slicer.apply(
                        scenario, new Slice(Optional.of(new Slice.Window.Last(Duration.ofHours(2))), 1, 1)))
                .digest());
        digests.add(Schedule.of(Calendars.scenario(Calendars.extended(), Calendars.PRESSURE, DayShape.FLAT, WEST, EAST))
                .digest());
        digests.add(Schedule.of(
                        Calendars.scenario(Calendars.extended(), Calendars.PRESSURE, DayShape.LATE_EVENING, EAST, WEST))
                .digest());
        assertThat(digests).hasSize(6);
    }

    @Test
    void tellsWhoComesAndHowManyBeforeATime() {
        Scenario whole = Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, WEST, EAST);
        Schedule half = Schedule.of(Slicer.apply(whole, new Slice(Optional.empty(), 0.5, 1)));
        List<Arrival> arrivals = arrivals(half.scenario());
        assertThat(half.arrivalsBefore(arrivals.get(100).dueNs())).isEqualTo(100);
        assertThat(half.arrivalsBefore(Long.MAX_VALUE)).isEqualTo(arrivals.size());
        int present = arrivals.get(7).applicant();
        assertThat(half.nearest(present)).hasValue(present);
        int absent = IntStream.range(0, WEST)
                .filter(i -> arrivals.stream().noneMatch(a -> a.applicant() == i))
                .findFirst()
                .orElseThrow();
        int nearest = arrivals.stream()
                .map(Arrival::applicant)
                .min(Comparator.comparingInt(i -> Math.abs(i - absent)))
                .orElseThrow();
        assertThat(Math.abs(half.nearest(absent).orElseThrow() - absent)).isEqualTo(Math.abs(nearest - absent));
        Crowd crowd = new Crowd(List.of(new Crowd.Member(absent, 0, 0, 0, 0, 0)));
        assertThat(Schedule.of(half.scenario(), crowd).nearest(absent)).hasValue(absent);
    }

    @Test
    void arrivalsFollowTheLogLaw() {
        double end = Duration.between(Calendars.OPENS, Calendars.CLOSES).toSeconds();
        double pole = end + 7200;
        assertFollows(Calendars.PRESSURE, seconds -> Math.log(pole / (pole - seconds)) / Math.log(pole / 7200));
    }

    @Test
    void arrivalsFollowThePowerLaw() {
        double end = Duration.between(Calendars.OPENS, Calendars.CLOSES).toSeconds();
        assertFollows(new Curve.Power(0.38), seconds -> 1 - Math.pow(1 - seconds / end, 0.38));
    }

    @Test
    void arrivalsMayComeEvenly() {
        double end = Duration.between(Calendars.OPENS, Calendars.CLOSES).toSeconds();
        assertFollows(new Curve.Uniform(), seconds -> seconds / end);
    }

    /** Dvoretzky, Kiefer and Wolfowitz: beyond 1.95/√n once in a thousand. */
    private static void assertFollows(Curve curve, java.util.function.DoubleUnaryOperator cumulative) {
        int n = 40_000;
        List<Arrival> arrivals = arrivals(Calendars.scenario(Calendars.planned(), curve, DayShape.FLAT, n, 0));
        double worst = 0;
        for (int i = 0; i < n; i++) {
            double expected = cumulative.applyAsDouble(arrivals.get(i).dueNs() / 1e9);
            worst = Math.max(worst, Math.abs(expected - (i + 0.5) / n));
        }
        assertThat(worst).isLessThan(1.95 / Math.sqrt(n));
    }

    @Test
    void eachZonePeaksInItsOwnEvening() {
        Scenario scenario =
                Calendars.scenario(Calendars.planned(), new Curve.Uniform(), DayShape.LATE_EVENING, 60_000, 60_000);
        assertThat(busiestHour(scenario, 0, Calendars.JAKARTA)).isEqualTo(22);
        assertThat(busiestHour(scenario, 1, Calendars.JAYAPURA)).isEqualTo(22);
    }

    private static int busiestHour(Scenario scenario, int regency, ZoneId zone) {
        Map<Integer, Long> hours = arrivals(scenario).stream()
                .filter(a -> a.regency() == regency)
                .collect(Collectors.groupingBy(
                        a -> scenario.timeline()
                                .instantAt(a.dueNs())
                                .atZone(zone)
                                .getHour(),
                        TreeMap::new,
                        Collectors.counting()));
        return hours.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @Test
    void nobodyKnowsOfAnExtensionBeforeItIsAnnounced() {
        Scenario planned = Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, WEST, EAST);
        Scenario extended = Calendars.scenario(Calendars.extended(), Calendars.PRESSURE, DayShape.FLAT, WEST, EAST);
        long announcedNs =
                planned.timeline().nsAt(Calendars.extended().extensions().get(0).announced());
        List<Arrival> before =
                arrivals(planned).stream().filter(a -> a.dueNs() < announcedNs).toList();
        List<Arrival> all = arrivals(extended);
        assertThat(all.subList(0, before.size())).isEqualTo(before);
        assertThat(all).hasSize(WEST + EAST);
        long lateComers = all.stream()
                .filter(a -> a.dueNs() > planned.timeline().nsAt(Calendars.CLOSES))
                .count();
        assertThat(lateComers)
                .as("who would have come in the last rush comes later")
                .isGreaterThan(500);
    }

    /** P(T > t | T > a) = (1 − G(t)) / (1 − G(a)), where G is the log law toward the new deadline. */
    @Test
    void whoComesAfterTheAnnouncementFollowsTheNewDeadline() {
        Scenario extended = Calendars.scenario(Calendars.extended(), Calendars.PRESSURE, DayShape.FLAT, 60_000, 0);
        Calendar.Extension extension = Calendars.extended().extensions().get(0);
        double pole = Duration.between(Calendars.OPENS, extension.closes()).toSeconds() + 7200;
        double announced =
                Duration.between(Calendars.OPENS, extension.announced()).toSeconds();
        List<Arrival> after = arrivals(extended).stream()
                .filter(a -> a.dueNs() > announced * 1e9)
                .toList();
        double worst = 0;
        for (int i = 0; i < after.size(); i++) {
            double seconds = after.get(i).dueNs() / 1e9;
            double left = Math.log((pole - seconds) / 7200) / Math.log((pole - announced) / 7200);
            worst = Math.max(worst, Math.abs(1 - left - (i + 0.5) / after.size()));
        }
        assertThat(after).hasSizeGreaterThan(10_000);
        assertThat(worst).isLessThan(1.95 / Math.sqrt(after.size()));
    }

    @Test
    void nobodyComesInAnHourThatHasNoWeight() {
        DayShape mornings = new DayShape(IntStream.range(0, 24)
                .mapToObj(hour -> hour == 8 || hour == 9 ? 1.0 : 0.0)
                .toList());
        Scenario scenario = Calendars.scenario(Calendars.extended(), Calendars.PRESSURE, mornings, WEST, 0);
        assertThat(arrivals(scenario))
                .hasSize(WEST)
                .extracting(a -> scenario.timeline()
                        .instantAt(a.dueNs())
                        .atZone(Calendars.JAKARTA)
                        .getHour())
                .containsOnly(8, 9);
    }

    @Test
    void whoComesAtTheSameNanosecondComesInOrderOfNumber() {
        Scenario whole = Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, WEST, EAST);
        List<Arrival> crammed = arrivals(Slicer.apply(whole, new Slice(Optional.empty(), 1, 1e5)));
        Comparator<Arrival> order = Comparator.comparingLong(Arrival::dueNs).thenComparingInt(Arrival::applicant);
        assertThat(crammed).hasSize(WEST + EAST).isSortedAccordingTo(order);
        List<Arrival> everybody =
                arrivals(Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, 200_000, 200_000));
        assertThat(everybody).isSortedAccordingTo(order);
    }

    @Test
    void aWindowHoldsWhatIsDueInIt() {
        Scenario whole = Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, WEST, EAST);
        Duration last = Duration.ofHours(6);
        long fromNs = whole.timeline().nsAt(Calendars.CLOSES.minus(last));
        List<Arrival> expected = arrivals(whole).stream()
                .filter(a -> a.dueNs() >= fromNs)
                .map(a -> new Arrival(a.applicant(), a.regency(), a.dueNs() - fromNs))
                .toList();
        Scenario sliced = Slicer.apply(whole, new Slice(Optional.of(new Slice.Window.Last(last)), 1, 1));
        assertSameWithinOneNs(arrivals(sliced), expected);
    }

    @Test
    void aFractionKeepsPeopleAndTheirTimes() {
        Scenario whole = Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, WEST, EAST);
        List<Arrival> part = arrivals(Slicer.apply(whole, new Slice(Optional.empty(), 0.1, 1)));
        assertThat((double) part.size()).isCloseTo((WEST + EAST) * 0.1, within(110.0));
        assertThat(arrivals(whole)).containsAll(part);
    }

    @Test
    void timeLapseRunsPeopleFaster() {
        Scenario whole = Calendars.scenario(Calendars.planned(), Calendars.PRESSURE, DayShape.FLAT, WEST, EAST);
        List<Arrival> fast = arrivals(Slicer.apply(whole, new Slice(Optional.empty(), 1, 60)));
        List<Arrival> expected = arrivals(whole).stream()
                .map(a -> new Arrival(a.applicant(), a.regency(), a.dueNs() / 60))
                .toList();
        assertSameWithinOneNs(fast, expected);
    }

    private static void assertSameWithinOneNs(List<Arrival> found, List<Arrival> expected) {
        assertThat(found.stream().map(Arrival::applicant))
                .isEqualTo(expected.stream().map(Arrival::applicant).toList());
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).dueNs()).isCloseTo(expected.get(i).dueNs(), within(2L));
        }
    }

    private static List<Arrival> arrivals(Scenario scenario) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Cursor cursor = Schedule.of(scenario).cursor(); cursor.advance(); ) {
            arrivals.add(new Arrival(cursor.applicant(), cursor.regency(), cursor.dueNs()));
        }
        return arrivals;
    }

    private static final String FROZEN_ARRIVALS = "c32454ab149003c1e0cc3711d7336632914f0f604510e88cffd7eb7d7c26af04";
    private static final String FROZEN_DIGEST = "d9e7f7775274b668c8a97ddf04ca900f482b28cd911f8dbfc1b6edd45fbf8afb";
}
