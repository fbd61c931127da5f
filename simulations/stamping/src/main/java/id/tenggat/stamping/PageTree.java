package id.tenggat.stamping;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds one page: walks the page tree in reading order until it is there, with a stack of its own, so that loops end at a
 * depth that no document of so few pages needs. Used again for other files; not safe for several threads.
 */
final class PageTree {

    private static final int DEPTH_MAX = 64;

    private final Objects objects;
    private final Effort effort;
    private final int pagesMax;
    private final List<Level> levels = new ArrayList<>();
    private final Entries node = new Entries();
    private final PageFrame pageFrame = new PageFrame();
    private int pages;
    private final Reference pageAt = new Reference();

    /** The nodes of one level below the root that are still to be visited, and what they inherit. */
    private static final class Level {
        private final PageFrame frame = new PageFrame();
        private final Items kids;

        private Level(Effort effort) {
            kids = new Items(effort);
        }
    }

    PageTree(Objects objects, Effort effort, int pagesMax) {
        this.objects = objects;
        this.effort = effort;
        this.pagesMax = pagesMax;
    }

    /** Finds the page of a number, counted from 1; {@link #page}, {@link #frame} and the others tell more. */
    void find(Entries catalog, int wanted) throws StampRefusedException {
        pages = 0;
        pageFrame.clear();
        node.read(objects.required(catalog, Key.PAGES), effort);
        requireFew();
        int depth = descend(0, pageFrame);
        while (depth > 0) {
            Level level = levels.get(depth - 1);
            if (!next(level)) {
                depth--;
            } else if (!isPage()) {
                depth = descend(depth, level.frame);
            } else if (countPage() == wanted) {
                settle(level);
                return;
            }
        }
        throw new StampRefusedException(
                pages == 0 ? new Refusal.Damaged("it has no pages") : new Refusal.PageOutOfRange(wanted, pages));
    }

    /** The root says how many pages there are; where it says too little, counting ends all the same. */
    private void requireFew() throws StampRefusedException {
        if (objects.required(node, Key.COUNT).unsigned() > pagesMax) {
            throw new StampRefusedException(new Refusal.TooManyPages(pagesMax));
        }
    }

    private int countPage() throws StampRefusedException {
        if (pages == pagesMax) {
            throw new StampRefusedException(new Refusal.TooManyPages(pagesMax));
        }
        return ++pages;
    }

    private boolean isPage() throws StampRefusedException {
        if (node.find(Key.KIDS)) {
            return false;
        }
        if (node.find(Key.TYPE) && node.lexer().isName(Key.PAGES)) {
            throw StampRefusedException.damaged("a node of its page tree has no /Kids");
        }
        return true;
    }

    /** Goes to the children of the node that was just read; gives the new depth. */
    private int descend(int depth, PageFrame above) throws StampRefusedException {
        if (depth + 2 > DEPTH_MAX) {
            throw StampRefusedException.damaged("its page tree is deeper than " + DEPTH_MAX);
        }
        if (depth == levels.size()) {
            levels.add(new Level(effort));
        }
        Level level = levels.get(depth);
        level.frame.inherit(above);
        level.frame.read(node, objects);
        level.kids.read(node, Key.KIDS, objects);
        return depth + 1;
    }

    /** Reads the next node of a level, if there is one. */
    private boolean next(Level level) throws StampRefusedException {
        if (!level.kids.next()) {
            return false;
        }
        Lexer kid = level.kids.item();
        if (!pageAt.read(kid)) {
            throw StampRefusedException.damaged("a page tree's /Kids is no array of references");
        }
        Lexer found = objects.value(kid);
        if (found == null) {
            throw StampRefusedException.damaged("a node of its page tree is not there");
        }
        node.read(found, effort);
        objects.requireEnd(found);
        return true;
    }

    private void settle(Level level) throws StampRefusedException {
        pageFrame.inherit(level.frame);
        pageFrame.read(node, objects);
        pageFrame.settle();
        requireOnce(level.kids);
    }

    /** A page that is there twice would show its stamp twice. */
    private void requireOnce(Items kids) throws StampRefusedException {
        while (kids.next()) {
            if (kids.item().isReference() && kids.item().unsigned() == pageAt.number()) {
                throw StampRefusedException.damaged("its page tree has a page twice");
            }
        }
    }

    /** The entries of the page that was found. */
    Entries page() {
        return node;
    }

    /** The object of the page that was found. */
    Reference pageAt() {
        return pageAt;
    }

    /** The visible rectangle of the page that was found. */
    PageFrame frame() {
        return pageFrame;
    }
}
