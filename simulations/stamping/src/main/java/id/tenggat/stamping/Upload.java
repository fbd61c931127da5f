package id.tenggat.stamping;

/**
 * A document as far as a stamp depends on it: its end, its catalog, its form, and the page that gets the stamp. Nothing else
 * is read, and nothing is repaired. Used again for other documents; not safe for several threads.
 */
final class Upload {

    private static final byte[] NOTHING = {};

    private final StampLimits limits;
    private final Lexer file = new Lexer();
    private final Effort effort;
    private final Objects objects;
    private final DocumentTail tail;
    private final Entries catalog = new Entries();
    private final Certification certification;
    private final Form form;
    private final StructureTree structure;
    private final OutputIntents intents;
    private final PageTree pages;
    private final Items annotations;

    Upload(StampLimits limits) {
        this.limits = limits;
        this.effort = new Effort(limits.inflatedBytes());
        CrossReference crossReference = new CrossReference(file, effort, limits.objects());
        this.objects = new Objects(file, crossReference, effort);
        this.tail = new DocumentTail(file, crossReference, objects, effort);
        this.certification = new Certification(objects, effort);
        this.form = new Form(objects, effort);
        this.structure = new StructureTree(objects, effort);
        this.intents = new OutputIntents(objects, effort);
        this.pages = new PageTree(objects, effort, limits.pages());
        this.annotations = new Items(effort);
    }

    /**
     * Reads a document.
     *
     * @throws StampRefusedException if it can't be stamped there
     */
    void read(byte[] pdf, int length, Placement placement) throws StampRefusedException {
        if (length > limits.sizeBytes()) {
            throw new StampRefusedException(new Refusal.TooLarge(length, limits.sizeBytes()));
        }
        file.reset(pdf, 0, length);
        effort.reset(length);
        objects.clear();
        tail.read();
        readCatalog();
        readPage(placement);
    }

    /** Lets go of the document's bytes; what was read of it is gone. */
    void release() {
        file.reset(NOTHING, 0, 0);
        objects.clear();
        tail.release();
    }

    private void readCatalog() throws StampRefusedException {
        Lexer at = tail.catalog();
        catalog.read(at, effort);
        objects.requireEnd(at);
        certification.requireChangesAllowed(catalog);
        form.read(catalog);
        structure.read(catalog);
        intents.read(catalog);
    }

    private void readPage(Placement placement) throws StampRefusedException {
        pages.find(catalog, placement.page());
        PageFrame frame = pages.frame();
        if (!frame.holds(placement)) {
            throw new StampRefusedException(new Refusal.PlacementOutsidePage(placement, frame.width(), frame.height()));
        }
        annotations.read(pages.page(), Key.ANNOTS, objects);
    }

    /** Whether the document's last line has an end. */
    boolean endsLine() {
        byte last = file.bytes()[file.end() - 1];
        return last == '\n' || last == '\r';
    }

    DocumentTail tail() {
        return tail;
    }

    Entries catalog() {
        return catalog;
    }

    Form form() {
        return form;
    }

    /** Whether it is PDF/A. */
    boolean isForArchive() {
        return intents.isForArchive();
    }

    StructureTree structure() {
        return structure;
    }

    /** Where the page that gets the stamp is. */
    PageTree page() {
        return pages;
    }

    /** The page's annotations. */
    Items annotations() {
        return annotations;
    }
}
