package id.tenggat.stamping;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Finds a file's objects by their numbers. Used again for other files; not safe for several threads. */
final class Objects {

    /** ISO 32000-1, 7.5.4. */
    private static final int GENERATION_MAX = 65_535;

    /** Documents whose catalog, page and form are spread more widely are not stamped. */
    private static final int STREAMS_MAX = 128;

    /** So many object streams' buffers are kept for the next document. */
    private static final int STREAMS_KEPT = 8;

    private static final byte[] END = Ascii.bytes("endobj");

    private final Lexer file;
    private final Effort effort;
    private final CrossReference crossReference;
    private final Streams streams;
    private final Entries streamDictionary = new Entries();
    private final Reference reference = new Reference();
    private final List<ObjectStream> objectStreams = new ArrayList<>();
    private int objectStreamsInUse;
    private boolean openingStream;

    Objects(Lexer file, CrossReference crossReference, Effort effort) {
        this.file = file;
        this.crossReference = crossReference;
        this.effort = effort;
        this.streams = new Streams(file, effort);
    }

    /** Forgets the streams of the file before. */
    void clear() {
        while (objectStreams.size() > STREAMS_KEPT) {
            objectStreams.remove(objectStreams.size() - 1).inflation().close();
        }
        for (int i = 0; i < Math.min(objectStreamsInUse + 1, objectStreams.size()); i++) {
            objectStreams.get(i).inflation().clear();
        }
        objectStreamsInUse = 0;
        openingStream = false;
    }

    /**
     * Follows the reference that may stand at a lexer's place.
     *
     * @return a lexer at the value, the same one if no reference stands there; null if the value is null or isn't there
     */
    @Nullable
    Lexer value(Lexer at) throws StampRefusedException {
        if (!reference.read(at)) {
            return at.isNull() ? null : at;
        }
        int number = reference.number();
        Lexer found = object(number, reference.generation());
        if (found != null && found.isReference()) {
            throw StampRefusedException.damaged("object %d is a reference to another".formatted(number));
        }
        return found == null || found.isNull() ? null : found;
    }

    /** As {@link #value}, of a dictionary's entry; null also if there is no such entry. */
    @Nullable
    Lexer value(Entries of, Key key) throws StampRefusedException {
        return of.find(key) ? value(of.lexer()) : null;
    }

    /** As {@link #value}, where one must be. */
    Lexer required(Entries of, Key key) throws StampRefusedException {
        Lexer value = value(of, key);
        if (value == null) {
            throw StampRefusedException.damaged("a dictionary lacks its entry /" + key);
        }
        return value;
    }

    private @Nullable Lexer object(int number, int generation) throws StampRefusedException {
        if (generation > GENERATION_MAX) {
            throw StampRefusedException.damaged("object %d has the generation %d".formatted(number, generation));
        }
        Lexer found =
                switch (crossReference.locate(number)) {
                    case NOWHERE -> null;
                    case AT_OFFSET -> inFile(number, generation);
                    case IN_STREAM -> inStream(number, generation);
                };
        effort.find(found == null ? 0 : found.takePassed());
        return found;
    }

    private @Nullable Lexer inFile(int number, int generation) throws StampRefusedException {
        if (crossReference.detail() != generation) {
            return null;
        }
        file.seek(crossReference.place());
        reference.readHead(file);
        if (reference.number() != number || reference.generation() != generation) {
            throw StampRefusedException.damaged("the cross-reference misses object " + number);
        }
        return file;
    }

    private @Nullable Lexer inStream(int number, int generation) throws StampRefusedException {
        if (generation != 0) {
            return null;
        }
        if (openingStream) {
            throw StampRefusedException.damaged(
                    "object %d says how to read the stream that it is in".formatted(number));
        }
        int index = crossReference.detail();
        long streamNumber = crossReference.place();
        return objectStream((int) Math.min(streamNumber, Integer.MAX_VALUE)).object(index, number);
    }

    private ObjectStream objectStream(int number) throws StampRefusedException {
        for (int i = 0; i < objectStreamsInUse; i++) {
            if (objectStreams.get(i).number() == number) {
                return objectStreams.get(i);
            }
        }
        if (objectStreamsInUse == STREAMS_MAX) {
            throw new StampRefusedException(new Refusal.Unsupported(
                    "what a stamp depends on lies in more than %d object streams".formatted(STREAMS_MAX)));
        }
        if (objectStreamsInUse == objectStreams.size()) {
            objectStreams.add(new ObjectStream(effort));
        }
        ObjectStream opened = objectStreams.get(objectStreamsInUse);
        open(number, opened);
        objectStreamsInUse++;
        return opened;
    }

    private void open(int number, ObjectStream stream) throws StampRefusedException {
        openingStream = true;
        if (crossReference.locate(number) != CrossReference.Where.AT_OFFSET || inFile(number, 0) == null) {
            throw StampRefusedException.damaged("object stream %d is not there".formatted(number));
        }
        streamDictionary.read(file, effort);
        int end = file.at;
        streamDictionary.require(Key.LENGTH);
        Lexer length = value(file);
        if (length == null) {
            throw StampRefusedException.damaged("object stream %d has no length".formatted(number));
        }
        streams.open(streamDictionary, end, length.unsigned(), stream.inflation());
        stream.begin(number, streamDictionary);
        openingStream = false;
    }

    /** Refuses what stands between a lexer's place and the end of its object; in an object stream, objects have no end mark. */
    void requireEnd(Lexer at) throws StampRefusedException {
        if (at == file) {
            file.skipBlank();
            file.require(END);
        }
    }
}
