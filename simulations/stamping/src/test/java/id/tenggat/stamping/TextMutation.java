package id.tenggat.stamping;

import id.tenggat.stamping.Tokens.Kind;
import id.tenggat.stamping.Tokens.Token;

import java.util.List;
import java.util.SplittableRandom;

/** Random changes of a PDF's text, most of them by whole tokens, so that they get past the lexer. */
final class TextMutation {

    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "2",
            "-1",
            "3",
            "4",
            "255",
            "65535",
            "65536",
            "100001",
            "2147483647",
            "2147483648",
            "-2147483648",
            "4294967296",
            "9223372036854775807",
            "99999999999999999999",
            "0.5",
            "1e30",
            "--3",
            "1-1",
            ".",
            "90",
            "360");
    private static final List<String> NAMES = List.of(
            "/Type",
            "/Catalog",
            "/Pages",
            "/Page",
            "/Kids",
            "/Count",
            "/Parent",
            "/MediaBox",
            "/CropBox",
            "/Rotate",
            "/Annots",
            "/AcroForm",
            "/Fields",
            "/SigFlags",
            "/Perms",
            "/DocMDP",
            "/Root",
            "/Size",
            "/Prev",
            "/XRefStm",
            "/Encrypt",
            "/ID",
            "/W",
            "/Index",
            "/N",
            "/First",
            "/Extends",
            "/Length",
            "/Filter",
            "/FlateDecode",
            "/DecodeParms",
            "/Predictor",
            "/Columns",
            "/ObjStm",
            "/XRef",
            "/StructTreeRoot",
            "/StructParents",
            "/ParentTree",
            "/Nums",
            "/Resources",
            "/Version",
            "/A#6e",
            "/",
            "/#",
            "/Widget",
            "/T",
            "/FT",
            "/Sig");
    private static final List<String> KEYWORDS = List.of(
            "obj",
            "endobj",
            "stream",
            "endstream",
            "xref",
            "trailer",
            "startxref",
            "R",
            "n",
            "f",
            "null",
            "true",
            "%%EOF",
            "nonsense");
    private static final List<String> DELIMITERS =
            List.of("<<", ">>", "[", "]", "(", ")", "<", ">", "{", "%", "%\n", "\0");

    private final SplittableRandom random;

    TextMutation(SplittableRandom random) {
        this.random = random;
    }

    String applied(String text) {
        Tokens tokens = new Tokens(text);
        if (tokens.all().size() < 2) {
            return text + one(DELIMITERS);
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> replaced(text, tokens, Kind.NUMBER, one(NUMBERS));
            case 2 -> replaced(text, tokens, Kind.NAME, one(NAMES));
            case 3 -> replaced(text, tokens, Kind.KEYWORD, one(KEYWORDS));
            case 4 -> replaced(text, tokens, Kind.DELIMITER, one(DELIMITERS));
            case 5 -> swapped(text, tokens.of(one(List.of(Kind.values()))));
            case 6 -> inserted(text, one(tokens.all()), randomToken());
            case 7 -> chunkCopied(text, tokens.all());
            case 8 -> chunkDeleted(text, tokens.all());
            default -> byteChanged(text, one(tokens.all()));
        };
    }

    private String replaced(String text, Tokens tokens, Kind kind, String by) {
        List<Token> candidates = tokens.of(kind);
        return candidates.isEmpty() ? text : with(text, one(candidates), neighbourly(text, candidates, by));
    }

    /** Now and then what stands elsewhere in the text fits better than what is known to be odd. */
    private String neighbourly(String text, List<Token> candidates, String by) {
        return random.nextBoolean() ? by : one(candidates).of(text);
    }

    private String swapped(String text, List<Token> candidates) {
        if (candidates.size() < 2) {
            return text;
        }
        int first = random.nextInt(candidates.size() - 1);
        Token one = candidates.get(first);
        Token other = candidates.get(random.nextInt(first + 1, candidates.size()));
        return with(with(text, other, one.of(text)), one, other.of(text));
    }

    private String inserted(String text, Token before, String token) {
        return text.substring(0, before.start()) + token + " " + text.substring(before.start());
    }

    private String chunkCopied(String text, List<Token> tokens) {
        int from = random.nextInt(tokens.size());
        int to = Math.min(from + random.nextInt(12), tokens.size() - 1);
        String chunk = text.substring(tokens.get(from).start(), tokens.get(to).end());
        return inserted(text, one(tokens), chunk);
    }

    private String chunkDeleted(String text, List<Token> tokens) {
        int from = random.nextInt(tokens.size());
        int to = Math.min(from + random.nextInt(3), tokens.size() - 1);
        return text.substring(0, tokens.get(from).start())
                + text.substring(tokens.get(to).end());
    }

    private String byteChanged(String text, Token token) {
        int at = random.nextInt(token.start(), token.end());
        return text.substring(0, at) + (char) random.nextInt(256) + text.substring(at + 1);
    }

    private String randomToken() {
        return one(
                one(List.of(NUMBERS, NAMES, KEYWORDS, DELIMITERS, List.of("1 0 R", "2 0 R", "3 0 R", "9 0 R", "(a)"))));
    }

    private static String with(String text, Token token, String by) {
        return text.substring(0, token.start()) + by + text.substring(token.end());
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
