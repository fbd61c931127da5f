package id.tenggat.stamping;

import java.util.SplittableRandom;

/**
 * Random changes of the rows or the dictionary of a document's last cross-reference stream, deflated again; it stands at the
 * end, so nothing else moves. A document without one gets its table changed.
 */
final class RowMutation {

    private final SplittableRandom random;

    RowMutation(SplittableRandom random) {
        this.random = random;
    }

    byte[] applied(byte[] pdf) {
        String text = CraftedPdf.text(pdf);
        int stream = text.lastIndexOf("/Type /XRef");
        int start = stream < 0
                ? text.lastIndexOf("xref\n", text.lastIndexOf("startxref") - 1)
                : text.lastIndexOf("<<", stream);
        int end = text.lastIndexOf(stream < 0 ? "startxref" : "\nendobj");
        String section = text.substring(start, end);
        String changed =
                stream < 0 || random.nextInt(3) == 0 ? new TextMutation(random).applied(section) : rowsChanged(section);
        return CraftedPdf.latin1(text.substring(0, start) + changed + text.substring(end));
    }

    private String rowsChanged(String object) {
        StringBuilder rows = new StringBuilder(InflatedStream.of(object));
        for (int changes = random.nextInt(1, 4); changes > 0 && !rows.isEmpty(); changes--) {
            change(rows);
        }
        int start = InflatedStream.start(object);
        boolean deflated = object.contains("/FlateDecode");
        String content =
                deflated ? CraftedPdf.text(CraftedPdf.deflated(CraftedPdf.latin1(rows.toString()))) : rows.toString();
        String dictionary = object.substring(0, start).replaceFirst("/Length \\d+", "/Length " + content.length());
        return dictionary + content + "\nendstream";
    }

    private void change(StringBuilder rows) {
        int at = random.nextInt(rows.length());
        switch (random.nextInt(4)) {
            case 0 -> rows.setCharAt(at, (char) random.nextInt(256));
            case 1 -> rows.setCharAt(at, (char) ((rows.charAt(at) + (random.nextBoolean() ? 1 : -1)) & 255));
            case 2 -> rows.deleteCharAt(at);
            default -> rows.insert(at, (char) random.nextInt(256));
        }
    }
}
