package id.tenggat.stack;

import java.util.regex.Pattern;

/**
 * Names under which this machine alone is reached. A page whose name has come to mean 127.0.0.1 (DNS rebinding) still calls
 * it by that name.
 */
final class LoopbackName {

    private static final String NAME = "(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{1,5})?";
    private static final Pattern HOST = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern ORIGIN = Pattern.compile("https?://" + NAME, Pattern.CASE_INSENSITIVE);

    private LoopbackName() {}

    /** Whether a header {@code Host} names this machine. */
    static boolean isOne(String host) {
        return HOST.matcher(host).matches();
    }

    /** Whether a header {@code Origin} is of a page that this machine serves. */
    static boolean isOrigin(String origin) {
        return ORIGIN.matcher(origin).matches();
    }
}
