package id.tenggat.adapter;

import java.util.regex.Pattern;

/** Where in an answer a value stands that later requests need. */
public sealed interface Capture {

    /** The first header of this name. */
    record Header(String name) implements Capture {}

    /** The value that the answer sets a cookie to. */
    record Cookie(String name) implements Capture {}

    /** The text, number or truth value at a JSON Pointer of the body. */
    record Json(String pointer) implements Capture {}

    /** The first group, or else the whole, of the first match in the body. */
    record Regex(Pattern pattern) implements Capture {}
}
