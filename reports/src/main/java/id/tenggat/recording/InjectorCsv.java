package id.tenggat.recording;

import id.tenggat.recording.InjectorSecond.Load;
import id.tenggat.recording.InjectorSecond.Slip;
import id.tenggat.recording.InjectorSecond.Sockets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code injector.csv}: one row a second of a live run. Only there if somebody measured: simulated recordings have none, nor
 * have old ones.
 */
final class InjectorCsv {

    static final String NAME = "injector.csv";
    static final String HEADER =
            "second,sent,slip_p50_us,slip_p99_us,slip_max_us,still_us,blocked,process_cpu,machine_cpu,"
                    + "stolen,collecting,open_files,open_files_limit,no_port,no_file,refused,unanswered,other";

    private InjectorCsv() {}

    static CsvFile create(Path directory) {
        return new CsvFile(directory.resolve(NAME), HEADER);
    }

    static String row(InjectorSecond row) {
        Slip slip = row.slip();
        Load load = row.load();
        String numbers = String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%d,%d,%d,%.4f,%.4f,%.4f,%.4f,%d,%d",
                row.second(),
                slip.sent(),
                slip.p50Us(),
                slip.p99Us(),
                slip.maxUs(),
                slip.stillUs(),
                slip.blocked(),
                load.process(),
                load.machine(),
                load.stolen(),
                load.collecting(),
                row.sockets().open(),
                row.sockets().limit());
        StringBuilder text = new StringBuilder(numbers);
        TimelineCsv.append(text, row.sockets().failures());
        return text.toString();
    }

    static List<InjectorSecond> read(Path directory, RunStatus status) {
        Path file = directory.resolve(NAME);
        return Files.exists(file) ? CsvRows.read(file, status, HEADER).map(InjectorCsv::row) : List.of();
    }

    private static InjectorSecond row(CsvRow row) {
        return new InjectorSecond(
                row.index(0),
                new Slip(row.whole(1), row.whole(2), row.whole(3), row.whole(4), row.whole(5), row.index(6)),
                new Load(row.number(7), row.number(8), row.number(9), row.number(10)),
                new Sockets(row.whole(11), row.whole(12), row.tally(13, ConnectFailure.values())));
    }
}
