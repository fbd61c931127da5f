package id.tenggat.benchmarks.delay;

import id.tenggat.benchmarks.measure.Jvm;
import id.tenggat.benchmarks.measure.Quantiles;

import java.io.IOException;
import java.util.List;

/** A {@link DelayServer} in a JVM of its own, so that its collector and compiler are nobody else's. */
public final class DelayServerProcess implements AutoCloseable {

    private static final String QUANTILES = "quantiles";
    private static final String ANSWERED = "answered";
    private static final String FIRST = "first";

    private final Jvm jvm;
    private final String url;

    /** Starts it. */
    public DelayServerProcess(DelayScript script) throws IOException {
        jvm = Jvm.start(List.of("-Xmx512m"), DelayServerProcess.class, List.of(script.word()));
        url = jvm.line();
    }

    /** The base of its addresses. */
    public String url() {
        return url;
    }

    /** What it has written down of its own response times. */
    public Quantiles quantiles() throws IOException {
        return Quantiles.parse(jvm.ask(QUANTILES));
    }

    /** How many requests it has answered. */
    public long answered() throws IOException {
        return Long.parseLong(jvm.ask(ANSWERED));
    }

    /** When the first request came, in milliseconds since the epoch; 0 if none has. */
    public long firstEpochMs() throws IOException {
        return Long.parseLong(jvm.ask(FIRST));
    }

    @Override
    public void close() {
        jvm.close();
    }

    /** Answers questions on standard input until it ends. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] words) throws IOException {
        try (DelayServer server = new DelayServer(DelayScript.parse(words[0]))) {
            System.out.println(server.url());
            Jvm.answer(question -> reply(server, question));
        }
    }

    private static String reply(DelayServer server, String question) {
        return switch (question) {
            case QUANTILES -> Quantiles.ofNs(server.tookNs()).line();
            case ANSWERED -> Integer.toString(server.answered());
            case FIRST -> Long.toString(server.firstEpochMs());
            default -> throw new IllegalArgumentException("asked " + question);
        };
    }
}
