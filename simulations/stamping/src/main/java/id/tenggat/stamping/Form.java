package id.tenggat.stamping;

/**
 * A document's interactive form (ISO 32000-1, 12.7.2), which may be an object of its own, part of the catalog, or missing.
 * Used again for other documents; not safe for several threads.
 */
final class Form {

    private static final Key[] WRITTEN_ANEW = {Key.FIELDS, Key.SIG_FLAGS};
    private static final byte[] FIELDS = Ascii.bytes("/Fields[");
    private static final byte[] FLAGS = Ascii.bytes(" 0 R]/SigFlags ");

    /** Signatures exist, and the file may only be appended to (table 219). */
    private static final int SIGNATURE_FLAGS = 3;

    private static final int NO_CHANGES = 1;

    private final Objects objects;
    private final Effort effort;
    private final Entries entries = new Entries();
    private final Entries field = new Entries();
    private final Entries lock = new Entries();
    private final Items fields;
    private boolean exists;
    private final Reference at = new Reference();
    private int flags;

    Form(Objects objects, Effort effort) {
        this.objects = objects;
        this.effort = effort;
        this.fields = new Items(effort);
    }

    /** Reads the catalog's form, if it has one. */
    void read(Entries catalog) throws StampRefusedException {
        at.clear();
        flags = SIGNATURE_FLAGS;
        exists = catalog.find(Key.ACRO_FORM);
        if (exists) {
            at.read(catalog.lexer());
            Lexer form = objects.value(catalog.lexer());
            exists = form != null && readEntries(form);
        }
        if (exists) {
            fields.read(entries, Key.FIELDS, objects);
        } else {
            fields.read(null);
        }
    }

    private boolean readEntries(Lexer form) throws StampRefusedException {
        entries.read(form, effort);
        if (at.isThere()) {
            objects.requireEnd(form);
        }
        if (entries.find(Key.XFA)) {
            throw new StampRefusedException(new Refusal.Unsupported("XFA form"));
        }
        Lexer present = objects.value(entries, Key.SIG_FLAGS);
        flags |= present == null ? 0 : present.unsigned();
        return true;
    }

    /** Refuses a form that has a field of this name already, or a signature that has locked it. */
    void requireNew(byte[] name, SerialNumber serial) throws StampRefusedException {
        while (fields.next()) {
            Lexer value = objects.value(fields.item());
            if (value != null) {
                field.read(value, effort);
                requireUnlocked();
                Lexer itsName = objects.value(field, Key.T);
                if (itsName != null && TextString.is(itsName, name)) {
                    throw new StampRefusedException(new Refusal.AlreadyStamped(serial));
                }
            }
        }
    }

    /** A signature may have locked its document against all changes (ISO 32000-2, 12.7.5.5). */
    private void requireUnlocked() throws StampRefusedException {
        if (objects.value(field, Key.V) == null) {
            return;
        }
        Lexer found = objects.value(field, Key.LOCK);
        if (found != null) {
            lock.read(found, effort);
            Lexer permission = objects.value(lock, Key.P);
            if (permission != null && permission.unsigned() == NO_CHANGES) {
                throw new StampRefusedException(new Refusal.Certified());
            }
        }
    }

    /** Whether the form is written anew as an object of its own, rather than with the catalog. */
    boolean isObject() {
        return exists && at.isThere();
    }

    /** The form's object, if it is one. */
    Reference at() {
        return at;
    }

    /** Writes the form with one more field, whose widget is an object of generation 0. */
    void write(int widget, Update out) {
        out.one('<').one('<');
        if (exists) {
            entries.copyBut(WRITTEN_ANEW, out);
        }
        out.text(FIELDS);
        fields.copy(out);
        out.one(' ').number(widget).text(FLAGS).number(flags).one('>').one('>');
    }
}
