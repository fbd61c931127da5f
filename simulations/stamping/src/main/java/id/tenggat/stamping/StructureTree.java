package id.tenggat.stamping;

/**
 * The structure tree of tagged content (ISO 32000-1, 14.7), for readers who listen: a stamp is one more form in it, at the top
 * level, and the parent tree leads from the stamp's widget to it. Used again for other documents; not safe for several
 * threads.
 *
 * <p>A tree whose root is no object of its own is left as it is, and the stamp untagged.
 */
final class StructureTree {

    /** The next key must be readable as well. */
    private static final int KEY_MAX = Integer.MAX_VALUE - 1;

    private static final Key[] OF_ROOT = {Key.K, Key.PARENT_TREE_NEXT_KEY};
    private static final Key[] OF_ROOT_AND_PARENTS = {Key.K, Key.PARENT_TREE_NEXT_KEY, Key.PARENT_TREE};
    /** Limits are for leaves (ISO 32000-1, table 37); where a root has some, they would leave out the new key. */
    private static final Key[] OF_PARENTS = {Key.NUMS, Key.KIDS, Key.LIMITS};

    private static final byte[] ELEMENT = Ascii.bytes("<</Type/StructElem/S/Form/Alt(SPECIMEN stamp, no value)/P ");
    private static final byte[] PAGE = Ascii.bytes("/Pg ");
    private static final byte[] OBJECT = Ascii.bytes("/K<</Type/OBJR/Obj ");
    private static final byte[] KIDS_OF_ROOT = Ascii.bytes("/K[");
    private static final byte[] NEXT_KEY = Ascii.bytes("/ParentTreeNextKey ");
    private static final byte[] PARENTS = Ascii.bytes("/ParentTree");
    private static final byte[] NUMBERS = Ascii.bytes("/Nums[");
    private static final byte[] LEAVES = Ascii.bytes("/Kids[");
    private static final byte[] LIMITS = Ascii.bytes("<</Limits[");
    private static final byte[] OF_GENERATION_0 = Ascii.bytes(" 0 R");
    private static final byte[] DICTIONARY_ENDS = Ascii.bytes(">>>>");

    private final Objects objects;
    private final Effort effort;
    private final Entries root = new Entries();
    private final Entries parents = new Entries();
    private final Entries leaf = new Entries();
    private final Items kids;
    private final Items numbers;
    private final Items leaves;
    private final Items limits;
    private final Reference rootAt = new Reference();
    private final Reference parentsAt = new Reference();
    private boolean exists;
    private boolean hasParents;
    private boolean hasLeaves;
    private int key;

    StructureTree(Objects objects, Effort effort) {
        this.objects = objects;
        this.effort = effort;
        this.kids = new Items(effort);
        this.numbers = new Items(effort);
        this.leaves = new Items(effort);
        this.limits = new Items(effort);
    }

    /** Reads the catalog's structure tree, if it has one. */
    void read(Entries catalog) throws StampRefusedException {
        hasLeaves = false;
        exists = catalog.find(Key.STRUCT_TREE_ROOT) && rootAt.read(catalog.lexer());
        Lexer at = exists ? objects.value(catalog.lexer()) : null;
        exists = at != null;
        if (at != null) {
            root.read(at, effort);
            objects.requireEnd(at);
            readKids();
            readParents();
            key = nextKey();
        }
    }

    /** The root has one child or a list of some. */
    private void readKids() throws StampRefusedException {
        Lexer value = objects.value(root, Key.K);
        if (value == null || value.here() == '[') {
            kids.read(value);
        } else {
            root.require(Key.K);
            kids.readOne(root.lexer());
        }
    }

    private void readParents() throws StampRefusedException {
        parentsAt.clear();
        Lexer at = null;
        if (root.find(Key.PARENT_TREE)) {
            parentsAt.read(root.lexer());
            at = objects.value(root.lexer());
        }
        hasParents = at != null;
        if (at == null) {
            parentsAt.clear();
            numbers.read(null);
            leaves.read(null);
        } else {
            readLists(at);
        }
    }

    private void readLists(Lexer at) throws StampRefusedException {
        parents.read(at, effort);
        if (parentsAt.isThere()) {
            objects.requireEnd(at);
        }
        numbers.read(parents, Key.NUMS, objects);
        hasLeaves = parents.find(Key.KIDS);
        leaves.read(parents, Key.KIDS, objects);
    }

    /** Above all keys that are there, whatever the root says is the next one. */
    private int nextKey() throws StampRefusedException {
        Lexer stated = objects.value(root, Key.PARENT_TREE_NEXT_KEY);
        int next = Math.max(stated == null ? 0 : stated.unsigned(), hasLeaves ? behindLeaves() : behindNumbers());
        if (next >= KEY_MAX) {
            throw StampRefusedException.damaged("its parent tree has no key left");
        }
        return next;
    }

    /** Keys and values take turns, and the keys rise. */
    private int behindNumbers() throws StampRefusedException {
        int behind = 0;
        while (numbers.next()) {
            behind = Math.min(numbers.item().unsigned(), KEY_MAX) + 1;
            if (!numbers.next()) {
                throw StampRefusedException.damaged("its parent tree has a key without a value");
            }
        }
        return behind;
    }

    /** The last leaf has the greatest key. */
    private int behindLeaves() throws StampRefusedException {
        int behind = 0;
        while (leaves.next()) {
            Lexer at = objects.value(leaves.item());
            if (at == null) {
                throw StampRefusedException.damaged("a leaf of its parent tree is not there");
            }
            leaf.read(at, effort);
            limits.read(leaf, Key.LIMITS, objects);
            boolean lower = limits.next();
            boolean upper = lower && limits.next();
            if (!upper) {
                throw StampRefusedException.damaged("a leaf of its parent tree has no limits");
            }
            behind = Math.min(limits.item().unsigned(), KEY_MAX) + 1;
        }
        return behind;
    }

    /** Whether the content is tagged. */
    boolean exists() {
        return exists;
    }

    /** How many objects a form more brings. */
    int newObjects() {
        return exists ? hasLeaves ? 2 : 1 : 0;
    }

    /** The key of the next widget in the parent tree. */
    int key() {
        return key;
    }

    /**
     * Writes the tree with a form more.
     *
     * @param element the number of the first new object
     */
    void write(int element, int widget, Reference page, CrossReferenceWriter to, Update out)
            throws StampRefusedException {
        writeElement(element, widget, page, to, out);
        if (hasLeaves) {
            writeLeaf(element, to, out);
        }
        if (parentsAt.isThere()) {
            to.head(parentsAt, out);
            writeParents(element, out);
            to.end(out);
        }
        writeRoot(element, to, out);
    }

    private void writeElement(int element, int widget, Reference page, CrossReferenceWriter to, Update out)
            throws StampRefusedException {
        to.head(element, out).text(ELEMENT);
        rootAt.write(out);
        page.write(out.text(PAGE));
        out.text(OBJECT).number(widget).text(OF_GENERATION_0);
        page.write(out.text(PAGE));
        to.end(out.text(DICTIONARY_ENDS));
    }

    private void writeLeaf(int element, CrossReferenceWriter to, Update out) throws StampRefusedException {
        to.head(element + 1, out).text(LIMITS).number(key).one(' ').number(key).one(']');
        writePair(element, out.text(NUMBERS));
        to.end(out.one('>').one('>'));
    }

    private void writePair(int element, Update out) {
        out.one(' ').number(key).one(' ').number(element).text(OF_GENERATION_0).one(']');
    }

    private void writeParents(int element, Update out) {
        out.one('<').one('<');
        if (hasParents) {
            parents.copyBut(OF_PARENTS, out);
        }
        if (hasLeaves) {
            leaves.copy(out.text(LEAVES));
            out.one(' ').number(element + 1L).text(OF_GENERATION_0).one(']');
        } else {
            numbers.copy(out.text(NUMBERS));
            writePair(element, out);
        }
        out.one('>').one('>');
    }

    private void writeRoot(int element, CrossReferenceWriter to, Update out) throws StampRefusedException {
        to.head(rootAt, out).one('<').one('<');
        root.copyBut(parentsAt.isThere() ? OF_ROOT : OF_ROOT_AND_PARENTS, out);
        if (!parentsAt.isThere()) {
            writeParents(element, out.text(PARENTS));
        }
        kids.copy(out.text(KIDS_OF_ROOT));
        out.one(' ')
                .number(element)
                .text(OF_GENERATION_0)
                .one(']')
                .text(NEXT_KEY)
                .number(key + 1L);
        to.end(out.one('>').one('>'));
    }
}
