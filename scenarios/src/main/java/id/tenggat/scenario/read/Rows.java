package id.tenggat.scenario.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list that was read.
 *
 * @param nodes where each item stands
 */
record Rows<T>(List<T> items, List<Node> nodes) {

    static <T> Rows<T> none() {
        return new Rows<>(List.of(), List.of());
    }

    /** A list of at least so many items; absent if one of them is faulty. */
    static <T> Shape<Rows<T>> of(int least, Shape<T> item) {
        return of(new Size(least, Integer.MAX_VALUE), item);
    }

    /** A list of so many items; absent if one of them is faulty. */
    static <T> Shape<Rows<T>> of(Size size, Shape<T> item) {
        String allowed = "a list of " + size.words() + ", each " + item.allowed();
        return new Shape<>(allowed, (node, findings) -> read(node, findings, new Rule<>(size, item, allowed)));
    }

    /** One item, or a list of them. */
    static <T> Shape<List<T>> oneOrMore(Shape<T> item) {
        Shape<List<T>> list = of(1, item).map(Rows::items);
        Shape<List<T>> one = item.map(List::of);
        return new Shape<>(
                item.allowed() + "; or a list of such",
                (node, findings) ->
                        node instanceof Node.Listing ? list.read(node, findings) : one.read(node, findings));
    }

    /** How many items a list may have. */
    record Size(int least, int most) {
        boolean allows(int size) {
            return size >= least && size <= most;
        }

        String words() {
            if (most == Integer.MAX_VALUE) {
                return least == 0 ? "any length" : "one or more";
            }
            return least == most ? String.valueOf(least) : least + " to " + most;
        }
    }

    private record Rule<T>(Size size, Shape<T> item, String allowed) {}

    private static <T> Part<Rows<T>> read(Node node, Findings findings, Rule<T> rule) {
        if (!(node instanceof Node.Listing list)) {
            findings.structure(node, rule.allowed());
            return Part.absent();
        }
        if (!rule.size().allows(list.items().size())) {
            Mistake size = Mistake.of("found a list of " + list.items().size(), rule.allowed());
            findings.add(Fault.Kind.STRUCTURE, node.spot(), size);
        }
        List<T> items = new ArrayList<>();
        for (Node item : list.items()) {
            Part<T> part = rule.item().read(item, findings);
            if (part.isThere()) {
                items.add(part.get());
            }
        }
        boolean isWhole = items.size() == list.items().size() && rule.size().allows(items.size());
        return isWhole ? Part.of(new Rows<>(items, list.items())) : Part.absent();
    }

    /**
     * Whom to blame.
     *
     * @param spotOf the spot to blame for a rule that no single item breaks
     */
    record Blame(Function<String, Spot> spotOf, Findings findings) {}

    /** Makes a record of a list whose items keep a rule among each other, blamed on the first that breaks it. */
    static <T, R> Part<R> make(Part<Rows<T>> rows, Function<List<T>, R> maker, Blame blame) {
        return Rules.make(
                () -> maker.apply(rows.get().items()),
                rule -> rows.get().culprit(maker, rule).orElseGet(() -> blame.spotOf()
                        .apply(rule)),
                blame.findings());
    }

    /**
     * The first item that breaks a rule: the shortest beginning of the list that breaks the same one ends with it. Found
     * by halving, since whatever follows it doesn't change the message.
     */
    private Optional<Spot> culprit(Function<List<T>, ?> maker, String rule) {
        int keeps = 0;
        int breaks = items.size();
        if (breaks == 0 || breaks(maker, 0, rule)) {
            return Optional.empty();
        }
        while (breaks - keeps > 1) {
            int middle = (keeps + breaks) >>> 1;
            if (breaks(maker, middle, rule)) {
                breaks = middle;
            } else {
                keeps = middle;
            }
        }
        return Optional.of(nodes.get(breaks - 1).spot());
    }

    private boolean breaks(Function<List<T>, ?> maker, int length, String rule) {
        try {
            Object unused = maker.apply(items.subList(0, length));
            return false;
        } catch (IllegalArgumentException e) {
            return rule.equals(e.getMessage());
        }
    }
}
