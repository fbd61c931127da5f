package id.tenggat.stamping;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A document's page tree, walked with a stack of its own: loops are found, and the walk ends at the page limit and at a
 * depth that no document of that many pages needs. The library's walk recurses and believes the tree's counts.
 */
final class PageTree {

    private static final int DEPTH_MAX = 64;

    private final int pagesMax;
    private final List<COSDictionary> pages = new ArrayList<>();
    private final Set<COSDictionary> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Node> ahead = new ArrayDeque<>();

    private record Node(COSDictionary dictionary, int depth) {}

    private PageTree(int pagesMax) {
        this.pagesMax = pagesMax;
    }

    /** The pages in reading order. */
    static List<COSDictionary> pages(COSDictionary catalog, int pagesMax) throws IOException {
        PageTree tree = new PageTree(pagesMax);
        tree.walk(required(catalog.getCOSDictionary(COSName.PAGES)));
        return List.copyOf(tree.pages);
    }

    private void walk(COSDictionary root) throws IOException {
        ahead.push(new Node(root, 1));
        while (!ahead.isEmpty()) {
            visit(ahead.pop());
        }
        if (pages.isEmpty()) {
            throw new IOException("it has no pages");
        }
    }

    private void visit(Node node) throws IOException {
        if (!visited.add(node.dictionary())) {
            throw new IOException("its page tree has a loop or a page twice");
        }
        COSArray kids = node.dictionary().getCOSArray(COSName.KIDS);
        if (kids == null) {
            addPage(node.dictionary());
        } else {
            descend(kids, node.depth() + 1);
        }
    }

    private void descend(COSArray kids, int depth) throws IOException {
        if (depth > DEPTH_MAX) {
            throw new IOException("its page tree is deeper than " + DEPTH_MAX);
        }
        for (int i = kids.size() - 1; i >= 0; i--) {
            COSDictionary kid = required(kids.getObject(i) instanceof COSDictionary dictionary ? dictionary : null);
            ahead.push(new Node(kid, depth));
        }
    }

    private void addPage(COSDictionary page) throws IOException {
        if (pages.size() == pagesMax) {
            throw new RefusedInput(new Refusal.TooManyPages(pagesMax));
        }
        pages.add(page);
    }

    private static COSDictionary required(@Nullable COSDictionary node) throws IOException {
        if (node == null) {
            throw new IOException("its page tree has a node that is not a dictionary");
        }
        return node;
    }
}
