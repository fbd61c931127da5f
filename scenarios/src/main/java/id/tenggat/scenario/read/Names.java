package id.tenggat.scenario.read;

import id.tenggat.scenario.read.Fault.Kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names that a list of the file gives, in its order, for other places to refer to. They are read before everything
 * else, and from faulty items too, so that one fault doesn't hide another.
 *
 * @param what what they name: {@code station}
 */
record Names(String what, List<String> words) {

    /** The names in the list of mappings at a path of keys; a mapping without a name gives the empty one. */
    static Names under(String what, Node root, String... path) {
        Optional<Node> list = Optional.of(root);
        for (String key : path) {
            list = list.flatMap(node -> value(node, key));
        }
        List<Node> items = list.isPresent() && list.get() instanceof Node.Listing listing ? listing.items() : List.of();
        return new Names(what, items.stream().map(item -> nameIn(item, what)).toList());
    }

    private static String nameIn(Node item, String key) {
        return value(item, key)
                .map(node -> node instanceof Node.Scalar scalar ? scalar.text() : "")
                .orElse("");
    }

    /** These names, then others that may stand in the same places, if there are any. */
    Names and(Names others) {
        return others.words().isEmpty()
                ? this
                : new Names(
                        what + " or " + others.what(),
                        Stream.concat(words.stream(), others.words().stream()).toList());
    }

    /** The value of a key, if the node is a mapping that has it. */
    static Optional<Node> value(Node node, String key) {
        List<Node.Entry> entries = node instanceof Node.Keys keys ? keys.entries() : List.of();
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .map(Node.Entry::value)
                .findFirst();
    }

    /** A reference: one of the names, read as its index. */
    Shape<Integer> reference() {
        Shape<String> name = Scalars.name();
        return new Shape<>("the name of a " + spoken(), (node, findings) -> {
            Part<String> word = name.read(node, findings);
            return word.isThere() ? index(word.get(), node.spot(), findings) : Part.absent();
        });
    }

    private Part<Integer> index(String word, Spot spot, Findings findings) {
        int index = words.indexOf(word);
        if (index < 0) {
            findings.add(Kind.MEANING, spot, unknown(word));
            return Part.absent();
        }
        return Part.of(index);
    }

    /** That a word is none of the names. */
    Mistake unknown(String word) {
        List<String> given = words.stream()
                .filter(name -> !name.isEmpty())
                .map(Caret::printable)
                .toList();
        String allowed = given.isEmpty() ? "nothing, for no " + spoken() + " is described" : String.join(", ", given);
        return new Mistake("no " + spoken() + " is called \"" + word + "\"", allowed, Nearest.to(word, given));
    }

    private String spoken() {
        return what.equals("thirdParty") ? "third party" : what;
    }
}
