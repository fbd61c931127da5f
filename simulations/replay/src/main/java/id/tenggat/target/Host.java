package id.tenggat.target;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a host may be written. Decimal, octal, hexadecimal and shortened IPv4 addresses mean one host to one library and
 * another, or none, to the next; so they are refused, with everything else that hides which host is meant.
 */
final class Host {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** What the URL standard takes for an IPv4 address: the last label is a number. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MAX_LENGTH = 253;

    private Host() {}

    /**
     * Refuses what is not plain ASCII, and characters that programs read differently.
     *
     * @throws IllegalArgumentException naming the character
     */
    static void requirePlain(String text) {
        text.codePoints()
                .filter(c -> c <= ' ' || c >= 0x7f || c == '\\' || c == '%')
                .findFirst()
                .ifPresent(c -> {
                    throw new IllegalArgumentException(reason(text, c));
                });
    }

    private static String reason(String text, int character) {
        if (character == '%') {
            return "\"%\" may not stand in an origin: no zone of an IPv6 address, nothing escaped";
        }
        String found = "U+%04X may not stand in an origin".formatted(character);
        return character < 0x80 ? found : found + ": write a name in ASCII" + inAscii(text);
    }

    private static String inAscii(String text) {
        try {
            String host = text.replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*", "");
            return ", as " + IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * The one way in which this host is written.
     *
     * @throws IllegalArgumentException if it is no host, or written in a form that hides which
     */
    static String canonical(String text) {
        String host = text.toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            throw new IllegalArgumentException("not an HTTP origin, for it names no host");
        } else if (host.startsWith("[")) {
            return ipv6(host.substring(1, host.length() - 1));
        } else if (ENDS_IN_NUMBER.matcher(host).matches()) {
            return ipv4(host);
        }
        return name(host);
    }

    private static String ipv4(String host) {
        if (!IPV4.matcher(host).matches()) {
            throw new IllegalArgumentException("\"" + host
                    + "\" is a number, which programs read differently: write an IPv4 address as four decimal numbers, as in"
                    + " 127.0.0.1");
        }
        return host;
    }

    private static String ipv6(String host) {
        if (!host.matches("[0-9a-f:.]*:[0-9a-f:.]*")) {
            throw new IllegalArgumentException("\"[" + host + "]\" is no IPv6 address");
        }
        try {
            InetAddress address = InetAddress.getByName("[" + host + "]");
            if (address instanceof Inet4Address) {
                throw new IllegalArgumentException(
                        "\"[" + host + "]\" is an IPv4 address in disguise: write " + address.getHostAddress());
            }
            return "[" + shortened(address.getHostAddress()) + "]";
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"[" + host + "]\" is no IPv6 address", e);
        }
    }

    /** With its first zeros left out. */
    private static String shortened(String eightNumbers) {
        return eightNumbers.replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }

    private static String name(String host) {
        if (host.endsWith(".")) {
            throw new IllegalArgumentException(
                    "\"" + host + "\" ends with a dot, for which programs differ: leave it out");
        }
        boolean isName = host.length() <= MAX_LENGTH;
        for (String label : host.split("\\.", -1)) {
            isName &= LABEL.matcher(label).matches();
        }
        if (!isName) {
            throw new IllegalArgumentException("\"" + host
                    + "\" is no host name: it is made of letters, digits and hyphens, 63 at most between two dots");
        }
        return host;
    }

    /** True if nothing has to be looked up. */
    static boolean isAddress(String canonical) {
        return canonical.startsWith("[") || IPV4.matcher(canonical).matches();
    }
}
