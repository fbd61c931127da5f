package id.tenggat.recording;

import id.tenggat.scenario.Population.Regency;
import id.tenggat.state.State;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who came and who ended, regency by regency. */
@SuppressWarnings("EnumOrdinal") // an index into arrays of this class; no file depends on it
final class RegencyBook {

    private final List<Regency> regencies;
    private final List<String> names;
    private final long[] arrived;
    private final long[] carriedIn;
    private final long[][] endings;

    RegencyBook(List<Regency> regencies) {
        this.regencies = regencies;
        this.names = regencies.stream().map(RegenciesCsv::name).toList();
        this.arrived = new long[regencies.size()];
        this.carriedIn = new long[regencies.size()];
        this.endings = new long[regencies.size()][Ending.values().length];
    }

    void arrived(int regency) {
        arrived[regency]++;
    }

    void carriedIn(int regency) {
        carriedIn[regency]++;
    }

    void ended(int regency, Ending ending) {
        endings[regency][ending.ordinal()]++;
    }

    int size() {
        return names.size();
    }

    List<RegencyRow> rows() {
        return IntStream.range(0, regencies.size()).mapToObj(this::row).toList();
    }

    private RegencyRow row(int i) {
        Regency regency = regencies.get(i);
        return new RegencyRow(
                regency.code(),
                regency.name(),
                regency.province(),
                regency.zone().getId(),
                arrived[i],
                carriedIn[i],
                Tally.of(Ending.values(), endings[i]),
                inside(i));
    }

    /** Appends the row of a regency to the text of a {@link RegenciesCsv}; every interval needs every row. */
    void appendTo(StringBuilder text, int i) {
        text.append(names.get(i)).append(',').append(arrived[i]).append(',').append(carriedIn[i]);
        for (long count : endings[i]) {
            text.append(',').append(count);
        }
        text.append(',').append(inside(i)).append('\n');
    }

    /** A broken law shows as a negative number. */
    private long inside(int i) {
        long inside = arrived[i] + carriedIn[i];
        for (long count : endings[i]) {
            inside -= count;
        }
        return inside;
    }

    void carry(State state) {
        state.of(arrived, arrived.length);
        state.of(carriedIn, carriedIn.length);
        for (long[] ofRegency : endings) {
            state.of(ofRegency, ofRegency.length);
        }
    }

    void check() {
        for (int i = 0; i < arrived.length; i++) {
            if (inside(i) < 0) {
                throw new ConservationException("of %s %s came %d applicants, but %d journeys ended"
                        .formatted(
                                regencies.get(i).code(),
                                regencies.get(i).name(),
                                arrived[i] + carriedIn[i],
                                Arrays.stream(endings[i]).sum()));
            }
        }
    }

    /** @param due who must have been told of when the run came to its end */
    void checkAgainst(Provenance.Due due) {
        same("applicants arrived", due.arrivals(), Arrays.stream(arrived).sum());
        same(
                "applicants were carried in",
                due.carriedIn(),
                Arrays.stream(carriedIn).sum());
    }

    private static void same(String what, long scheduled, long told) {
        if (told != scheduled) {
            throw new ConservationException("%d %s, but the schedule has %d".formatted(told, what, scheduled));
        }
    }
}
