package id.tenggat.stamping;

import java.nio.charset.StandardCharsets;

/** The dictionary keys and names that a stamp depends on (ISO 32000-1). */
enum Key {
    ACRO_FORM("AcroForm"),
    ANNOTS("Annots"),
    BITS_PER_COMPONENT("BitsPerComponent"),
    COLORS("Colors"),
    COLUMNS("Columns"),
    COUNT("Count"),
    CROP_BOX("CropBox"),
    DECODE_PARMS("DecodeParms"),
    DOC_MDP("DocMDP"),
    ENCRYPT("Encrypt"),
    FIELDS("Fields"),
    FILTER("Filter"),
    FIRST("First"),
    FLATE_DECODE("FlateDecode"),
    GTS_PDFA1("GTS_PDFA1"),
    ID("ID"),
    INDEX("Index"),
    K("K"),
    KIDS("Kids"),
    LENGTH("Length"),
    LIMITS("Limits"),
    LOCK("Lock"),
    MEDIA_BOX("MediaBox"),
    N("N"),
    NUMS("Nums"),
    OUTPUT_INTENTS("OutputIntents"),
    P("P"),
    PAGES("Pages"),
    PARENT_TREE("ParentTree"),
    PARENT_TREE_NEXT_KEY("ParentTreeNextKey"),
    PERMS("Perms"),
    PREDICTOR("Predictor"),
    PREV("Prev"),
    REFERENCE("Reference"),
    ROOT("Root"),
    ROTATE("Rotate"),
    S("S"),
    SIG_FLAGS("SigFlags"),
    SIZE("Size"),
    STRUCT_TREE_ROOT("StructTreeRoot"),
    T("T"),
    TYPE("Type"),
    TRANSFORM_PARAMS("TransformParams"),
    V("V"),
    W("W"),
    XFA("XFA"),
    XREF("XRef"),
    XREF_STREAM("XRefStm");

    /** An escaped letter takes so many bytes more. */
    private static final int ESCAPE_BYTES = 2;

    /** Never changed after construction. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] bytes;

    Key(String name) {
        this.bytes = Ascii.bytes(name);
    }

    /** Whether a name's bytes from after its slash are this one's; {@code #41} stands for {@code A} (7.3.5). */
    boolean is(byte[] source, int from, int to) {
        int more = to - from - bytes.length;
        if (more == 0) {
            return equalsPlain(source, from);
        }
        return more >= ESCAPE_BYTES && equalsEscaped(source, from, to);
    }

    private boolean equalsPlain(byte[] source, int from) {
        for (int i = 0; i < bytes.length; i++) {
            if (source[from + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean equalsEscaped(byte[] source, int from, int to) {
        int at = from;
        for (byte wanted : bytes) {
            if (at + 2 < to && source[at] == '#') {
                int high = Character.digit(source[at + 1], 16);
                int low = Character.digit(source[at + 2], 16);
                if (high < 0 || low < 0 || wanted != 16 * high + low) {
                    return false;
                }
                at += 3;
            } else if (at == to || source[at++] != wanted) {
                return false;
            }
        }
        return at == to;
    }

    /** As PDFs write it, after the slash. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
