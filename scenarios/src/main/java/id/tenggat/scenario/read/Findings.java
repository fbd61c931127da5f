package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the faults of one file while reading goes on. */
final class Findings {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm[:ss]xxx");

    private final Source source;
    private final MeasuredFiles measured;
    private final List<Fault> faults = new ArrayList<>();
    private ZoneId zone = ZoneOffset.UTC;

    /** Of a file that names no others. */
    Findings(Source source) {
        this(source, new MeasuredFiles(Path.of("")));
    }

    /** Of a scenario, with the files of measured times that it may name. */
    Findings(Source source, MeasuredFiles measured) {
        this.source = source;
        this.measured = measured;
    }

    MeasuredFiles measured() {
        return measured;
    }

    Source source() {
        return source;
    }

    /** From now on, instants without an offset are read, and instants in faults are told, in this zone. */
    void useZone(ZoneId used) {
        zone = used;
    }

    ZoneId zone() {
        return zone;
    }

    void add(Kind kind, Spot spot, Mistake mistake) {
        add(new Fault(kind, source.place(spot), mistake));
    }

    /** A fault of another file. Throws what was found so far when there is too much of it. */
    void add(Fault fault) {
        faults.add(fault);
        if (faults.size() >= ScenarioException.MOST) {
            refuseIfAny();
        }
    }

    /** A key, type, unit, word or bound that the schema refuses as well. */
    void structure(Node node, String allowed) {
        add(Kind.STRUCTURE, node.spot(), Mistake.of("found " + node.described(), allowed));
    }

    /** A rule of the model that a well-formed value breaks. */
    void rule(Spot spot, String message) {
        String local = INSTANT.matcher(message).replaceAll(m -> local(Instant.parse(m.group())));
        add(Kind.MEANING, spot, Mistake.of(Caret.printable(local)));
    }

    private String local(Instant instant) {
        return LOCAL.format(instant.atZone(zone)).replace(":00+", "+");
    }

    /** Throws if anything was found; the file's own faults come first, in its order. */
    void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw new ScenarioException(inOrder());
        }
    }

    private List<Fault> inOrder() {
        String own = source.place(Spot.START).file();
        return faults.stream()
                .sorted(Comparator.<Fault, Boolean>comparing(
                                f -> !f.place().file().equals(own))
                        .thenComparing(f -> f.place().file())
                        .thenComparing(f -> f.place().line())
                        .thenComparing(f -> f.place().column()))
                .toList();
    }
}
