package id.tenggat.stamping;

/**
 * What a document's colours are meant for (ISO 32000-1, 14.11.5). One for the archive, {@code GTS_PDFA1}, tells that the
 * document is PDF/A, where every font must be embedded and every colour defined (ISO 19005-1, 6.2.2). PDF/A without an output
 * intent, all of whose colours are defined by themselves, is not recognised: its metadata are not read.
 */
final class OutputIntents {

    private final Objects objects;
    private final Effort effort;
    private final Items intents;
    private final Entries intent = new Entries();
    private boolean archive;

    OutputIntents(Objects objects, Effort effort) {
        this.objects = objects;
        this.effort = effort;
        this.intents = new Items(effort);
    }

    /** Reads the catalog's output intents, if it has some. */
    void read(Entries catalog) throws StampRefusedException {
        archive = false;
        intents.read(catalog, Key.OUTPUT_INTENTS, objects);
        while (!archive && intents.next()) {
            Lexer at = objects.value(intents.item());
            if (at != null) {
                intent.read(at, effort);
                Lexer kind = objects.value(intent, Key.S);
                archive = kind != null && kind.isName(Key.GTS_PDFA1);
            }
        }
    }

    /** Whether the document is for the archive. */
    boolean isForArchive() {
        return archive;
    }
}
