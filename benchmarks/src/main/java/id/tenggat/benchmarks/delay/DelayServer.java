package id.tenggat.benchmarks.delay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * An HTTP server on 127.0.0.1 that answers every request with 200 when a script says so, and writes down when it did: on one
 * thread, which looks at its timers five times a millisecond while one is near. One request at a time on each connection.
 */
public final class DelayServer implements AutoCloseable {

    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
    private static final long NEAR_NS = 2_000_000;
    private static final long LOOK_NS = 200_000;
    private static final int BACKLOG = 16_384;

    private final DelayScript script;
    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final PriorityQueue<Owed> owed = new PriorityQueue<>();
    private final Log log = new Log();
    private volatile boolean closed;

    /** Listens from now on; the script's zero is when the first request comes, unless it is told before. */
    public DelayServer(DelayScript script) throws IOException {
        this.script = script;
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
        Thread thread = new Thread(this::serve, "delay-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** An answer that is owed. */
    private record Owed(long atNs, long cameNs, SocketChannel to) implements Comparable<Owed> {
        @Override
        public int compareTo(Owed other) {
            return Long.compare(atNs, other.atNs);
        }
    }

    /** The base of its addresses. */
    public String url() {
        return "http://127.0.0.1:" + door.socket().getLocalPort() + "/";
    }

    /** The script's zero, on the axis of {@link System#nanoTime}. */
    public void beginAt(long nanoTime) {
        log.begin(nanoTime);
    }

    /** From each request to its answer, as it was, in the order of the answers. */
    public long[] tookNs() {
        return log.tookNs();
    }

    /** How many answers that are. */
    int answered() {
        return log.answered();
    }

    /** When the first request came, in milliseconds since the epoch. */
    long firstEpochMs() {
        return log.firstEpochMs();
    }

    private void serve() {
        try {
            while (!closed) {
                selector.select(waitMs());
                for (SelectionKey key : selector.selectedKeys()) {
                    happened(key);
                }
                selector.selectedKeys().clear();
                answerDue();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the delay server broke", e);
        }
    }

    /** Whole milliseconds would be too coarse: the last two are spent looking. */
    private long waitMs() {
        Owed next = owed.peek();
        if (next == null) {
            return 0;
        }
        long waitNs = next.atNs - System.nanoTime();
        if (waitNs > NEAR_NS) {
            return (waitNs - NEAR_NS) / 1_000_000 + 1;
        }
        if (waitNs > 0) {
            LockSupport.parkNanos(Math.min(waitNs, LOOK_NS));
        }
        selector.wakeup();
        return 1;
    }

    private void happened(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            accept();
            return;
        }
        try {
            read(key);
        } catch (IOException broken) {
            // Whoever was there does not want an answer any more.
            key.channel().close();
        }
    }

    private void accept() throws IOException {
        for (SocketChannel channel = door.accept(); channel != null; channel = door.accept()) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new Heard());
        }
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        Heard heard = (Heard) key.attachment();
        if (channel.read(heard.bytes()) < 0) {
            channel.close();
        } else if (heard.isWhole()) {
            heard.bytes().clear();
            owe(channel, System.nanoTime());
        }
    }

    private void owe(SocketChannel channel, long nowNs) {
        long zeroNs = log.came(nowNs);
        owed.add(new Owed(zeroNs + script.answeredNs(nowNs - zeroNs), nowNs, channel));
    }

    private void answerDue() {
        for (Owed next = owed.peek(); next != null && next.atNs <= System.nanoTime(); next = owed.peek()) {
            owed.remove();
            answer(next.to);
            log.answered(System.nanoTime() - next.cameNs);
        }
    }

    private static void answer(SocketChannel to) {
        try {
            if (to.isOpen()) {
                to.write(ByteBuffer.wrap(ANSWER));
            }
        } catch (IOException gone) {
            // So is the answer.
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
    }

    /** What it writes down of itself; others ask for it. */
    private static final class Log {

        private boolean begun;
        private long zeroNs;
        private long firstEpochMs;
        private long[] tookNs = new long[1 << 16];
        private int answered;

        synchronized void begin(long nanoTime) {
            begun = true;
            zeroNs = nanoTime;
        }

        /** The zero, which is now if it has not been before. */
        synchronized long came(long nowNs) {
            if (firstEpochMs == 0) {
                firstEpochMs = System.currentTimeMillis();
            }
            if (!begun) {
                begin(nowNs);
            }
            return zeroNs;
        }

        synchronized void answered(long ns) {
            if (answered == tookNs.length) {
                tookNs = Arrays.copyOf(tookNs, 2 * answered);
            }
            tookNs[answered++] = ns;
        }

        synchronized long[] tookNs() {
            return Arrays.copyOf(tookNs, answered);
        }

        synchronized int answered() {
            return answered;
        }

        synchronized long firstEpochMs() {
            return firstEpochMs;
        }
    }
}
