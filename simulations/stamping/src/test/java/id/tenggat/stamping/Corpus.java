package id.tenggat.stamping;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** The documents that the tests stamp: each a shape that PDFs in the world have, and nothing wrong with it. */
enum Corpus {
    CLASSIC(Corpus::letter),
    OBJECT_STREAMS(() -> rewritten(document -> {}, CompressParameters.DEFAULT_COMPRESSION)),
    THREE_PAGES(Corpus::threePages),
    THIRTY_PAGES(15, () -> CraftedPdf.pages(30)),

    SUBSECTIONS_AND_FREE_ENTRIES(CrossReferenceShapes::subsectionsAndFreeEntries),
    GENERATIONS(CrossReferenceShapes::generations),
    GAPS_OF_NUMBERS(CrossReferenceShapes::gapsOfNumbers),
    TABLE_AFTER_TABLE(CrossReferenceShapes::tableAfterTable),
    STREAM_AFTER_STREAM(CrossReferenceShapes::streamAfterStream),
    STREAM_AFTER_TABLE(CrossReferenceShapes::streamAfterTable),
    UPDATE_THAT_DELETES(CrossReferenceShapes::updateThatDeletes),
    UPDATE_THAT_USES_A_NUMBER_AGAIN(CrossReferenceShapes::updateThatUsesANumberAgain),
    ROWS_PREDICTED(CrossReferenceShapes::predictedRows),
    ROWS_DEFLATED(CrossReferenceShapes::deflatedRows),
    ROWS_PLAIN(CrossReferenceShapes::plainRows),
    ROWS_WIDE(CrossReferenceShapes::wideRows),
    ROWS_WITHOUT_THIRD_FIELD(CrossReferenceShapes::rowsWithoutThirdField),
    ROWS_WITHOUT_TYPE(CrossReferenceShapes::rowsWithoutType),
    ROWS_OF_SEVERAL_RANGES(CrossReferenceShapes::rowsOfSeveralRanges),
    ROWS_OF_NO_STATED_RANGE(CrossReferenceShapes::rowsOfNoStatedRange),
    ROWS_WITH_GENERATIONS(CrossReferenceShapes::rowsWithGenerations),
    ROWS_BETWEEN_OTHER_LINE_ENDS(CrossReferenceShapes::rowsBetweenOtherLineEnds),
    FILTER_IN_AN_ARRAY(CrossReferenceShapes::filterInAnArray),
    LINEARIZED(() -> Judge.QPDF.rewritten(letter(), "--linearize", "--deterministic-id")),
    LINEARIZED_OBJECT_STREAMS(
            () -> Judge.QPDF.rewritten(threePages(), "--linearize", "--deterministic-id", "--object-streams=generate")),

    EVERYTHING_IN_AN_OBJECT_STREAM(ObjectStreamShapes::everythingInOne),
    OBJECT_STREAM_THAT_EXTENDS(ObjectStreamShapes::oneThatExtendsAnother),
    OBJECT_STREAM_LENGTH_ELSEWHERE(ObjectStreamShapes::lengthElsewhere),
    OBJECT_STREAM_PREDICTED(ObjectStreamShapes::predicted),
    OBJECT_STREAM_UNCOMPRESSED(ObjectStreamShapes::uncompressed),
    OBJECT_STREAM_ODD_WHITE_SPACE(ObjectStreamShapes::oddWhiteSpaceWithin),
    MEMBER_REPLACED_BY_AN_OBJECT(ObjectStreamShapes::memberReplacedByAnObject),
    OBJECT_REPLACED_BY_A_MEMBER(ObjectStreamShapes::objectReplacedByAMember),

    CARRIAGE_RETURNS(LexicalShapes::carriageReturns),
    CARRIAGE_RETURNS_AND_LINE_FEEDS(LexicalShapes::carriageReturnsAndLineFeeds),
    ODD_WHITE_SPACE(LexicalShapes::oddWhiteSpace),
    ODD_WHITE_SPACE_AT_THE_END(LexicalShapes::oddWhiteSpaceAtTheEnd),
    NO_WHITE_SPACE(LexicalShapes::noWhiteSpace),
    COMMENTS(LexicalShapes::comments),
    ESCAPED_NAMES(LexicalShapes::escapedNames),
    STRINGS(LexicalShapes::strings),
    NUMBERS(LexicalShapes::numbers),
    NULL_VALUES(LexicalShapes::nullValues),
    BINARY_COMMENT(LexicalShapes::binaryComment),
    VERSION_14(LexicalShapes::version14),
    VERSION_20(LexicalShapes::version20),
    VERSION_IN_CATALOG(LexicalShapes::versionInCatalog),
    WHITE_SPACE_AFTER_THE_END(LexicalShapes::whiteSpaceAfterTheEnd),
    NO_FINAL_NEWLINE(LexicalShapes::withoutFinalNewline),

    INHERITED_THROUGH_FOUR_FLOORS(5, PageShapes::inheritedThroughFourFloors),
    INHERITED_FROM_THE_FARTHEST(8, PageShapes::inheritedThroughFourFloors),
    KIDS_AND_COUNT_ELSEWHERE(PageShapes::kidsAndCountElsewhere),
    EMPTY_BRANCH(PageShapes::anEmptyBranch),
    MEDIA_BOX_NEGATIVE(() -> PageShapes.page("/MediaBox [-300 -500 295 342]")),
    MEDIA_BOX_SWAPPED(() -> PageShapes.page("/MediaBox [595 842 0 0]")),
    MEDIA_BOX_HALF_SWAPPED(() -> PageShapes.page("/MediaBox [10 842 605 0]")),
    MEDIA_BOX_REAL(() -> PageShapes.page("/MediaBox [0.25 -.5 595.276 841.89]")),
    MEDIA_BOX_ELSEWHERE(() -> PageShapes.page("/MediaBox 4 0 R", "[0 0 595 842]")),
    MEDIA_BOX_NUMBERS_ELSEWHERE(() -> PageShapes.page("/MediaBox [0 0 4 0 R 5 0 R]", "595", "842.5")),
    OFFSET_CROP_BOX(Corpus::cropped),
    CROP_BOX_BEYOND_MEDIA_BOX(() -> PageShapes.a4("/CropBox [-100 -100 1000 700]")),
    ROTATED_90(() -> rotated(90)),
    ROTATED_180(() -> rotated(180)),
    ROTATED_270(() -> rotated(270)),
    ROTATED_BACKWARD(() -> PageShapes.a4("/Rotate -90")),
    ROTATED_MORE_THAN_ROUND(() -> PageShapes.a4("/Rotate 450")),
    ROTATE_ELSEWHERE(() -> PageShapes.a4("/Rotate 4 0 R", "180")),
    USER_UNIT(() -> PageShapes.a4("/UserUnit 1.5")),
    UNBALANCED_CONTENT(PageShapes::unbalancedContent),

    ANNOTS_DIRECT(() -> PageShapes.a4("/Annots [4 0 R]", FormShapes.LINK)),
    ANNOTS_ELSEWHERE(() -> PageShapes.a4("/Annots 5 0 R", FormShapes.LINK, "[4 0 R 6 0 R]", FormShapes.LINK)),
    ANNOTS_WITHIN(() -> PageShapes.a4("/Annots [ %s ]".formatted(FormShapes.LINK))),
    ANNOTS_EMPTY(() -> PageShapes.a4("/Annots []")),
    ANNOTS_NULL(() -> PageShapes.a4("/Annots null")),
    ANNOTS_NULL_ELSEWHERE(() -> PageShapes.a4("/Annots 4 0 R", "null")),
    ANNOTS_MISSING_OBJECT(() -> PageShapes.a4("/Annots 9 0 R")),
    ANNOTS_WITH_A_MISSING_ONE(() -> PageShapes.a4("/Annots [4 0 R 9 0 R null]", FormShapes.LINK)),

    ANNOTATIONS_AND_FORM_AS_OBJECTS(() -> FormShapes.form("6 0 R", "<< /Fields 7 0 R /DA (/F 0 Tf) >>", "[4 0 R]")),
    FORM_DIRECT(() -> FormShapes.form("<< /Fields [4 0 R] /NeedAppearances false >>")),
    FORM_ELSEWHERE(() -> FormShapes.form("6 0 R", "<< /Fields [4 0 R] >>")),
    FORM_WITH_FIELDS_ELSEWHERE(() -> FormShapes.form("<< /Fields 6 0 R >>", "[4 0 R]")),
    FORM_WITHOUT_FIELDS(() -> FormShapes.form("<< /DA (/Helv 0 Tf 0 g) >>")),
    FORM_WITH_SIG_FLAGS(() -> FormShapes.form("<< /Fields [4 0 R] /SigFlags 2 >>")),
    FORM_WITH_SIG_FLAGS_ELSEWHERE(() -> FormShapes.form("<< /Fields [4 0 R] /SigFlags 6 0 R >>", "0")),
    FORM_NULL(() -> FormShapes.form("null")),
    FORM_MISSING_OBJECT(() -> FormShapes.form("9 0 R")),
    FORM_EMPTY(() -> FormShapes.form("<< >>")),
    FIELDS_WITH_KIDS(FormShapes::fieldsWithKids),
    UNSIGNED_SIGNATURE_FIELD(FormShapes::unsignedSignatureField),

    TAGGED(TaggedShapes::parentTreeWithNumbers),
    TAGGED_TREE_ELSEWHERE(TaggedShapes::parentTreeElsewhere),
    TAGGED_TREE_WITH_KIDS(TaggedShapes::parentTreeWithKids),
    TAGGED_WITHOUT_NEXT_KEY(TaggedShapes::parentTreeWithoutNextKey),
    PDF_A_1B(PdfAShape::level1b);

    private final int page;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<byte[]> shape;

    Corpus(Supplier<byte[]> shape) {
        this(1, shape);
    }

    Corpus(int page, Supplier<byte[]> shape) {
        this.page = page;
        this.shape = shape;
    }

    byte[] pdf() {
        return shape.get();
    }

    /** Where its stamp goes: there is room for it on every page, and for a second one beside it. */
    Placement place() {
        return new Placement(page, 250, 60, 90);
    }

    Placement secondPlace() {
        return new Placement(page, 60, 200, 72);
    }

    static byte[] letter() {
        return new SpecimenDocument(7, 20_000).pdf();
    }

    static byte[] rotated(int degrees) {
        return rewritten(document -> document.getPage(0).setRotation(degrees), CompressParameters.NO_COMPRESSION);
    }

    static byte[] encrypted(String userPassword) {
        return rewritten(
                document ->
                        document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission())),
                CompressParameters.NO_COMPRESSION);
    }

    interface Change {
        void apply(PDDocument document) throws IOException;
    }

    static byte[] rewritten(Change change, CompressParameters compression) {
        try (PDDocument document = Loader.loadPDF(letter());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.setDocumentId(7L);
            change.apply(document);
            document.save(out, compression);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] threePages() {
        return rewritten(
                document -> {
                    document.addPage(new PDPage(PDRectangle.A4));
                    document.addPage(new PDPage(PDRectangle.A4));
                },
                CompressParameters.NO_COMPRESSION);
    }

    private static byte[] cropped() {
        return rewritten(
                document -> document.getPage(0).setCropBox(new PDRectangle(100, 150, 400, 500)),
                CompressParameters.NO_COMPRESSION);
    }
}
