package id.tenggat.scenario.read;

import id.tenggat.adapter.Body;
import id.tenggat.adapter.Template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what bodies are made of beside texts: files, and the parts of multipart bodies. */
final class PieceReader {

    private static final NamedFile FILE = new NamedFile("the path of a file", 16 * 1024 * 1024);
    private static final String PIECE = "a text, {file: letter.pdf} or {generated: payload}";
    private static final String TYPE = "[A-Za-z0-9!#$&^_.+-]{1,100}/[A-Za-z0-9!#$&^_.+-]{1,100}";

    private final Path directory;
    private final Scope scope;

    PieceReader(Path directory, Scope scope) {
        this.directory = directory;
        this.scope = scope;
    }

    /** What our own stack is sent. */
    static Shape<Body> payload() {
        return new OneOf<Body>().word("payload", new Body.Payload()).shape();
    }

    /** A file as it is. */
    Shape<Body> file() {
        return named().map(Named::content);
    }

    private record Named(String name, Body content) {}

    private Shape<Named> named() {
        return FILE.bytes(directory, (bytes, mention) -> Part.of(new Named(nameOf(mention), new Body.Bytes(bytes))));
    }

    /** The last part of its path. */
    private static String nameOf(NamedFile.Mention mention) {
        String path = mention.path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Shape<Body.Multipart> multipart() {
        return Dictionary.ofTexts("the name of a field", piece()).shape().map(Body.Multipart::new);
    }

    private Shape<Body.Piece> piece() {
        return new Shape<>(PIECE, (node, findings) -> {
            if (node instanceof Node.Keys) {
                return upload(node, findings);
            }
            if (node instanceof Node.Scalar) {
                return scope.template().read(node, findings).map(Body.Field::new);
            }
            findings.structure(node, PIECE);
            return Part.absent();
        });
    }

    private Part<Body.Piece> upload(Node node, Findings findings) {
        Section section = new Section("this part", node, findings);
        var file = section.takeIfThere("file", named());
        var generated = section.takeIfThere("generated", payload());
        var name = section.takeIfThere("name", scope.template());
        var type = section.takeIfThere("type", Scalars.matching("a media type, as in application/pdf", TYPE));
        if (file.isPresent() == generated.isPresent()) {
            section.refuse(Mistake.of(
                    file.isPresent() ? "a file and generated at once" : "neither a file nor generated",
                    "file or generated"));
            return Part.absent();
        }
        Optional<Part<Named>> content =
                file.or(() -> generated.map(part -> part.map(body -> new Named("payload", body))));
        return section.make(() -> new Body.Upload(
                name.map(Part::get)
                        .orElseGet(() -> literal(content.orElseThrow().get().name())),
                type.map(Part::get),
                content.orElseThrow().get().content()));
    }

    private static Template literal(String text) {
        return new Template(List.of(new Template.Literal(text)));
    }
}
