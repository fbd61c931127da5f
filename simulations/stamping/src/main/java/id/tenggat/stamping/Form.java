package id.tenggat.stamping;

import java.nio.charset.StandardCharsets;

/**
 * A document's interactive form (ISO 32000-1, 12.7.2), which may be an object of its own, part of the catalog, or missing.
 * Used again for other documents; not safe for several threads.
 */
final class Form {

    private static final byte[] FIELDS = "/Fields[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FLAGS = " 0 R]/SigFlags ".getBytes(StandardCharsets.US_ASCII);

    /** Signatures exist, and the file may only be appended to (table 219). */
    private static final int SIGNATURE_FLAGS = 3;

    private final Objects objects;
    private final Effort effort;
    private final Entries entries = new Entries();
    private final Entries field = new Entries();
    private final Items fields;
    private boolean exists;
    private int number;
    private int generation;
    private int flags;

    Form(Objects objects, Effort effort) {
        this.objects = objects;
        this.effort = effort;
        this.fields = new Items(effort);
    }

    /** Reads the catalog's form, if it has one. */
    void read(Entries catalog) throws StampRefusedException {
        number = 0;
        flags = SIGNATURE_FLAGS;
        exists = catalog.find(Key.ACRO_FORM);
        if (exists) {
            readNumber(catalog.lexer());
            Lexer form = objects.value(catalog.lexer());
            exists = form != null && readEntries(form);
        }
        fields.read(exists ? objects.value(entries, Key.FIELDS) : null);
    }

    private void readNumber(Lexer at) throws StampRefusedException {
        if (at.isReference()) {
            int from = at.at;
            number = at.unsigned();
            at.skipBlank();
            generation = at.unsigned();
            at.at = from;
        }
    }

    private boolean readEntries(Lexer form) throws StampRefusedException {
        entries.read(form, effort);
        if (number != 0) {
            objects.requireEnd(form);
        }
        if (entries.find(Key.XFA)) {
            throw new StampRefusedException(new Refusal.Unsupported("XFA form"));
        }
        Lexer present = objects.value(entries, Key.SIG_FLAGS);
        flags |= present == null ? 0 : present.unsigned();
        return true;
    }

    /** Refuses a form that has a field of this name already. */
    void requireNew(byte[] name, SerialNumber serial) throws StampRefusedException {
        while (fields.next()) {
            Lexer value = objects.value(fields.item());
            if (value != null) {
                field.read(value, effort);
                Lexer itsName = objects.value(field, Key.T);
                if (itsName != null && TextString.is(itsName, name)) {
                    throw new StampRefusedException(new Refusal.AlreadyStamped(serial));
                }
            }
        }
    }

    /** Whether the form is written anew as an object of its own, rather than with the catalog. */
    boolean isObject() {
        return exists && number != 0;
    }

    /** The form's object number, if it is an object. */
    int number() {
        return number;
    }

    /** The form's generation number, if it is an object. */
    int generation() {
        return generation;
    }

    /** Writes the form with one more field, whose widget is an object of generation 0. */
    void write(int widget, Update out) {
        out.one('<').one('<');
        if (exists) {
            entries.copyBut(Key.FIELDS, Key.SIG_FLAGS, out);
        }
        out.text(FIELDS);
        fields.copy(out);
        out.one(' ').number(widget).text(FLAGS).number(flags).one('>').one('>');
    }
}
