package id.tenggat.target;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Addresses that nobody may hit, whoever agrees: they are no one's host, everybody's, or a cloud's keys. */
final class Forbidden {

    private static final int IPV4_LENGTH = 4;

    private record Block(String network, int bits, String what) {

        boolean holds(byte[] address) {
            byte[] first = literal(network).getAddress();
            int shift = address.length * Byte.SIZE - bits;
            return first.length == address.length
                    && new BigInteger(1, first).shiftRight(shift).equals(new BigInteger(1, address).shiftRight(shift));
        }
    }

    private static final String METADATA = "is where a cloud serves its machines' credentials";
    private static final String LINK_LOCAL = "is link-local, where clouds serve their machines' credentials";
    private static final String NOBODY = "stands for no host, or for this one by every way in";

    private static final List<Block> BLOCKS = List.of(
            new Block("0.0.0.0", 8, NOBODY),
            new Block("169.254.0.0", 16, LINK_LOCAL),
            new Block("168.63.129.16", 32, METADATA),
            new Block("100.100.100.200", 32, METADATA),
            new Block("192.0.0.192", 32, METADATA),
            new Block("224.0.0.0", 4, "is multicast, for many hosts at once"),
            new Block("240.0.0.0", 4, "is reserved, or broadcast to many hosts at once"),
            new Block("::", 128, NOBODY),
            new Block("::", 96, "is an IPv4 address in disguise"),
            new Block("fe80::", 10, LINK_LOCAL),
            new Block("ff00::", 8, "is multicast, for many hosts at once"),
            new Block("fd00:ec2::", 32, METADATA),
            new Block("fd20:ce::254", 128, METADATA));

    private Forbidden() {}

    /** Why this address may not be hit; empty if it may, once its host agrees. */
    static Optional<String> reason(InetAddress address) {
        byte[] bytes = address.getAddress();
        Optional<String> ofItself = BLOCKS.stream()
                .filter(block -> !address.isLoopbackAddress() && block.holds(bytes))
                .map(Block::what)
                .findFirst();
        return ofItself.or(() -> translated(address).flatMap(Forbidden::reasonOfTranslated));
    }

    private static Optional<String> reasonOfTranslated(InetAddress address) {
        String what = "leads to " + address.getHostAddress() + ", which ";
        return address.isLoopbackAddress()
                ? Optional.of(what + "is loopback")
                : reason(address).map(what::concat);
    }

    /** The IPv4 address that a translated (NAT64) or tunnelled (6to4) one leads to. */
    private static Optional<InetAddress> translated(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return Optional.empty();
        } else if (new Block("64:ff9b::", 96, "").holds(bytes)) {
            return Optional.of(ipv4(bytes, bytes.length - IPV4_LENGTH));
        }
        return new Block("2002::", 16, "").holds(bytes) ? Optional.of(ipv4(bytes, 2)) : Optional.empty();
    }

    private static InetAddress ipv4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_LENGTH));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(text + " is an address", e);
        }
    }
}
