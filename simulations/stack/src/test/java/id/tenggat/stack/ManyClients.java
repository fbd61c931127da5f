package id.tenggat.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A process of its own: so many clients, each with a connection, who sign up at once and wait for as long as it takes. */
final class ManyClients {

    /** Of an answer's first line, behind "HTTP/1.1 ". */
    private static final int STATUS_AT = 9;

    private static final int STATUS_LENGTH = 3;

    private final Selector selector = Selector.open();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final int port;

    private ManyClients(int port) throws IOException {
        this.port = port;
    }

    /** The stack's port, and how many. Prints "connected", and then how many were answered what. */
    public static void main(String[] arguments) throws IOException {
        ManyClients clients = new ManyClients(Integer.parseInt(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        for (int applicant = 0; applicant < count; applicant++) {
            clients.connect(applicant);
        }
        System.out.println("connected");
        for (int left = count; left > 0; ) {
            clients.selector.select();
            for (SelectionKey key : clients.selector.selectedKeys()) {
                left -= clients.isOver(key) ? 1 : 0;
            }
            clients.selector.selectedKeys().clear();
        }
        System.out.println(clients.answers);
    }

    private void connect(int applicant) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        String request = "POST /journey/" + applicant + "/sign-up HTTP/1.1\r\nHost: localhost\r\nTenggat-Attempt: 0\r\n"
                + "Content-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"name\":\"Siti\"}";
        var unused = channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    /** Answers are short, and come in one piece. */
    private boolean isOver(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        ByteBuffer answer = ByteBuffer.allocate(4096);
        int length = channel.read(answer);
        String text = new String(answer.array(), 0, Math.max(0, length), StandardCharsets.US_ASCII);
        answers.merge(
                length < STATUS_AT + STATUS_LENGTH ? "none" : text.substring(STATUS_AT, STATUS_AT + STATUS_LENGTH),
                1,
                Integer::sum);
        channel.close();
        return true;
    }
}
