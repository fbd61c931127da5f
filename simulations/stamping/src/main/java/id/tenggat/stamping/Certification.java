package id.tenggat.stamping;

import org.jspecify.annotations.Nullable;

/**
 * What the author of a document allows by a certifying signature (ISO 32000-1, 12.8.2.2): the catalog's {@code /Perms} names
 * it, and its parameters hold the permission.
 */
final class Certification {

    private static final int NO_CHANGES = 1;

    private final Objects objects;
    private final Effort effort;
    private final Entries dictionary = new Entries();
    private final Items references;

    Certification(Objects objects, Effort effort) {
        this.objects = objects;
        this.effort = effort;
        this.references = new Items(effort);
    }

    /** Refuses a document whose author allows no changes. */
    void requireChangesAllowed(Entries catalog) throws StampRefusedException {
        if (!read(objects.value(catalog, Key.PERMS)) || !read(objects.value(dictionary, Key.DOC_MDP))) {
            return;
        }
        references.read(dictionary, Key.REFERENCE, objects);
        while (references.next()) {
            if (read(objects.value(references.item())) && permission() == NO_CHANGES) {
                throw new StampRefusedException(new Refusal.Certified());
            }
        }
    }

    private boolean read(@Nullable Lexer value) throws StampRefusedException {
        if (value == null) {
            return false;
        }
        dictionary.read(value, effort);
        return true;
    }

    private int permission() throws StampRefusedException {
        if (!read(objects.value(dictionary, Key.TRANSFORM_PARAMS))) {
            return NO_CHANGES + 1;
        }
        Lexer permission = objects.value(dictionary, Key.P);
        return permission == null ? NO_CHANGES + 1 : permission.unsigned();
    }
}
