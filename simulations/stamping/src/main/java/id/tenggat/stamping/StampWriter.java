package id.tenggat.stamping;

/**
 * Writes the update that sets a stamp: its face, its field with the widget that shows it, the page with one annotation more,
 * the form with one field more, and the signature with a gap for the container. Used again; not safe for several threads.
 */
final class StampWriter {

    private static final Key[] OF_PAGE = {Key.ANNOTS};
    private static final Key[] OF_CATALOG = {Key.ACRO_FORM};
    private static final byte[] WIDGET = Ascii.bytes("<</Type/Annot/Subtype/Widget/FT/Sig/F 132/T(");
    private static final byte[] VALUE = Ascii.bytes(")/V ");
    private static final byte[] PAGE = Ascii.bytes(" 0 R/P ");
    private static final byte[] STRUCTURE_KEY = Ascii.bytes("/StructParent ");
    private static final byte[] RECTANGLE = Ascii.bytes("/Rect[");
    private static final byte[] APPEARANCE = Ascii.bytes("]/AP<</N ");
    private static final byte[] WIDGET_END = Ascii.bytes(" 0 R>>>>");
    private static final byte[] ANNOTATIONS = Ascii.bytes("/Annots[");
    private static final byte[] ANNOTATIONS_END = Ascii.bytes(" 0 R]>>");
    private static final byte[] FORM = Ascii.bytes("/AcroForm");
    private static final byte[] SIGNATURE =
            Ascii.bytes("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name(SPECIMEN)"
                    + "/Reason(Tenggat load test, no value)/M(");
    private static final byte[] RANGE = Ascii.bytes(")/ByteRange[0 ");
    private static final byte[] CONTENTS = Ascii.bytes("]/Contents<");
    private static final byte[] SIGNATURE_END = Ascii.bytes(">>>");

    /** Digits of a place in a file. */
    private static final int PLACE_DIGITS = 10;

    private final CrossReferenceWriter crossReference = new CrossReferenceWriter();
    private final StampFace face;
    private final int containerDigits;
    private int signatureNumber;
    private int widgetNumber;
    private int faceNumber;
    private int structureNumber;
    private int fontNumber;
    private int nextNumber;
    private int rangeAt;
    private int contentsAt;

    /** The gap has room for a container of so many hexadecimal digits. */
    StampWriter(StampFace face, int containerDigits) {
        this.face = face;
        this.containerDigits = containerDigits;
    }

    /** Writes the update of a document; {@link #contentsAt} tells where the container goes. */
    void write(Upload document, Placement placement, Inscription inscription, Update out) throws StampRefusedException {
        signatureNumber = document.tail().firstFree();
        widgetNumber = signatureNumber + 1;
        faceNumber = signatureNumber + 2;
        structureNumber = signatureNumber + 3;
        fontNumber = structureNumber + document.structure().newObjects();
        nextNumber = fontNumber + (document.isForArchive() ? ArchiveFont.OBJECTS : 0);
        crossReference.begin();
        if (!document.endsLine()) {
            out.one('\n');
        }
        writeFace(document, inscription, out);
        writeWidget(document, placement, inscription, out);
        writePage(document, out);
        writeForm(document, out);
        writeStructure(document, out);
        writeSignature(inscription, out);
        crossReference.write(document.tail(), nextNumber, inscription.serialDigits(), out);
        putRange(out);
    }

    private void writeFace(Upload document, Inscription inscription, Update out) throws StampRefusedException {
        int rotation = document.page().frame().rotationDegrees();
        crossReference.head(faceNumber, out);
        if (document.isForArchive()) {
            face.writeForArchive(inscription.serialDigits(), rotation, fontNumber, out);
            crossReference.end(out);
            ArchiveFont.write(fontNumber, crossReference, out);
        } else {
            face.write(inscription.serialDigits(), rotation, out);
            crossReference.end(out);
        }
    }

    private void writeWidget(Upload document, Placement at, Inscription inscription, Update out)
            throws StampRefusedException {
        crossReference.head(widgetNumber, out).text(WIDGET).text(inscription.fieldName());
        out.text(VALUE).number(signatureNumber).text(PAGE);
        document.page().pageAt().write(out);
        if (document.structure().exists()) {
            out.text(STRUCTURE_KEY).number(document.structure().key());
        }
        writeRectangle(document.page().frame(), at, out.text(RECTANGLE));
        crossReference.end(out.text(APPEARANCE).number(faceNumber).text(WIDGET_END));
    }

    private static void writeRectangle(PageFrame frame, Placement at, Update out) {
        double left = frame.left(at);
        double lower = frame.lower(at);
        out.decimal(left).one(' ').decimal(lower).one(' ');
        out.decimal(left + at.size()).one(' ').decimal(lower + at.size());
    }

    /** The list of annotations is written anew within the page, also where it was an object, which pages may share. */
    private void writePage(Upload document, Update out) throws StampRefusedException {
        PageTree page = document.page();
        crossReference.head(page.pageAt(), out).one('<').one('<');
        page.page().copyBut(OF_PAGE, out);
        document.annotations().copy(out.text(ANNOTATIONS));
        crossReference.end(out.one(' ').number(widgetNumber).text(ANNOTATIONS_END));
    }

    private void writeForm(Upload document, Update out) throws StampRefusedException {
        Form form = document.form();
        if (form.isObject()) {
            crossReference.head(form.at(), out);
            form.write(widgetNumber, out);
            crossReference.end(out);
        } else {
            crossReference.head(document.tail().catalogAt(), out).one('<').one('<');
            document.catalog().copyBut(OF_CATALOG, out);
            form.write(widgetNumber, out.text(FORM));
            crossReference.end(out.one('>').one('>'));
        }
    }

    private void writeStructure(Upload document, Update out) throws StampRefusedException {
        if (document.structure().exists()) {
            document.structure()
                    .write(structureNumber, widgetNumber, document.page().pageAt(), crossReference, out);
        }
    }

    private void writeSignature(Inscription inscription, Update out) throws StampRefusedException {
        crossReference
                .head(signatureNumber, out)
                .text(SIGNATURE)
                .text(inscription.time())
                .text(RANGE);
        rangeAt = out.gap(3 * PLACE_DIGITS + 2);
        out.text(CONTENTS);
        contentsAt = out.gap(containerDigits);
        crossReference.end(out.text(SIGNATURE_END));
    }

    /** Two stretches are signed: up to the container's opening bracket, and from behind its closing one to the end. */
    private void putRange(Update out) {
        int opening = out.base() + contentsAt - 1;
        int behind = out.base() + contentsAt + containerDigits + 1;
        byte[] bytes = out.bytes();
        putPlace(bytes, rangeAt, opening);
        bytes[rangeAt + PLACE_DIGITS] = ' ';
        putPlace(bytes, rangeAt + PLACE_DIGITS + 1, behind);
        bytes[rangeAt + 2 * PLACE_DIGITS + 1] = ' ';
        putPlace(bytes, rangeAt + 2 * PLACE_DIGITS + 2, out.offset() - behind);
    }

    private static void putPlace(byte[] bytes, int at, int place) {
        Update.put(bytes, at, place, PLACE_DIGITS);
    }

    /** Where in the update the digits of the container go. */
    int contentsAt() {
        return contentsAt;
    }
}
