package id.tenggat.stamping;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Optional;

/**
 * The library's parser without its kindness: nothing is repaired, every read is within a budget, and an object that can't be
 * read spoils the file instead of becoming null.
 */
final class StrictParser extends PDFParser {

    private final ReadBudget budget;
    private @Nullable Refusal refusal;

    StrictParser(byte[] pdf, ReadBudget budget) throws IOException {
        super(new RandomAccessReadBuffer(pdf));
        this.budget = budget;
    }

    /** Reads the cross-reference and every object once. */
    PDDocument parseWhole() throws IOException {
        PDDocument pdf = parse(false);
        budget.requireObjects(document.getXrefTable().size());
        document.getXrefTable().keySet().stream()
                .takeWhile(key -> refusal == null)
                .forEach(key -> document.getObjectFromPool(key).getObject());
        return pdf;
    }

    /** Why the objects read so far make the file unfit, if they do. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    protected COSDictionary retrieveTrailer() throws IOException {
        COSDictionary trailer;
        try {
            trailer = super.retrieveTrailer();
        } catch (IOException e) {
            throw document.isEncrypted() ? new RefusedInput(new Refusal.Encrypted()) : e;
        }
        if (document.isEncrypted()) {
            throw new RefusedInput(new Refusal.Encrypted());
        }
        return trailer;
    }

    /** After the first bad object nothing more is read: a file of a hundred thousand bad ones costs as much as one. */
    @Override
    public @Nullable COSBase dereferenceCOSObject(COSObject reference) {
        if (refusal != null) {
            return null;
        }
        try {
            return super.dereferenceCOSObject(reference);
        } catch (IOException | RuntimeException e) {
            refusal = RefusedInput.of(e);
            return null;
        }
    }

    /** An object missing from its object stream would make the library inflate that stream again for each such object. */
    @Override
    protected COSBase parseObjectStreamObject(long streamNumber, COSObjectKey key) throws IOException {
        COSBase object = super.parseObjectStreamObject(streamNumber, key);
        if (object == null) {
            throw new IOException("object %d is not in object stream %d".formatted(key.getNumber(), streamNumber));
        }
        return object;
    }

    /** The library corrects a wrong length in the dictionary that it was given; that is how it is noticed here. */
    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        COSBase statedLength = dictionary.getItem(COSName.LENGTH);
        COSStream stream = super.parseCOSStream(dictionary);
        if (dictionary.getItem(COSName.LENGTH) != statedLength) {
            throw new IOException("a stream's /Length is not the length of its bytes");
        }
        budget.charge(stream);
        return stream;
    }
}
