package id.tenggat.stamping;

import id.tenggat.stamping.DismantledPdf.Part;
import id.tenggat.stamping.PdfDraft.RowForm;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes a document's parts as a new file whose offsets are right: with tables or streams, in one section or two. */
final class Rewriting {

    /** The last has no type, which is enough where there are no object streams. */
    private static final List<List<Integer>> WIDTHS =
            List.of(List.of(1, 4, 2), List.of(1, 2, 2), List.of(1, 3, 3), List.of(2, 8, 4), List.of(0, 3, 2));

    private final SplittableRandom random;
    private final PdfDraft draft = new PdfDraft();
    private int highest;

    Rewriting(SplittableRandom random) {
        this.random = random;
    }

    byte[] of(List<Part> parts) {
        highest = parts.stream().mapToInt(Part::number).max().orElse(0);
        String trailer = "/Root " + catalog(parts);
        if (random.nextInt(8) == 0) {
            trailer = new TextMutation(random).applied(trailer);
        }
        boolean streams = random.nextBoolean();
        int cut = random.nextInt(3) == 0 ? random.nextInt(parts.size() + 1) : 0;
        if (cut > 0) {
            write(parts.subList(0, cut), streams, trailer);
        }
        write(parts.subList(cut, parts.size()), streams, trailer);
        return draft.bytes();
    }

    private static String catalog(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.body().contains("/Catalog"))
                .map(part -> "%d %d R".formatted(part.number(), part.generation()))
                .findFirst()
                .orElse("1 0 R");
    }

    private void write(List<Part> parts, boolean streams, String trailer) {
        List<Part> members = new ArrayList<>();
        boolean compressed = streams && random.nextBoolean();
        for (Part part : parts) {
            if (compressed && !part.body().contains("stream")) {
                members.add(part);
            } else {
                draft.object(part.number(), part.generation(), part.body());
            }
        }
        if (!members.isEmpty()) {
            writeObjectStream(members);
        }
        if (streams) {
            draft.rows(++highest, rowForm(members.isEmpty()), trailer);
        } else {
            draft.table(trailer);
        }
    }

    /** Its header is changed now and then. */
    private void writeObjectStream(List<Part> members) {
        int number = ++highest;
        StringBuilder header = new StringBuilder();
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < members.size(); i++) {
            draft.member(members.get(i).number(), number, i);
            header.append(members.get(i).number())
                    .append(' ')
                    .append(content.length())
                    .append(' ');
            content.append(members.get(i).body()).append('\n');
        }
        String entries = "/Type /ObjStm /N %d /First %d".formatted(members.size(), header.length());
        String all = random.nextInt(6) == 0 ? new TextMutation(random).applied(header.toString()) : header.toString();
        String shown = random.nextInt(6) == 0 ? new TextMutation(random).applied(entries) : entries;
        draft.object(number, CraftedPdf.stream(shown, CraftedPdf.latin1(all + content)));
    }

    private RowForm rowForm(boolean plainOnly) {
        List<RowForm.Coding> codings = List.of(RowForm.Coding.values());
        int choices = WIDTHS.size() - (plainOnly ? 0 : 1);
        return new RowForm(WIDTHS.get(random.nextInt(choices)), codings.get(random.nextInt(codings.size())));
    }
}
