package id.tenggat.scenario.read;

import id.tenggat.adapter.Adapter;
import id.tenggat.adapter.Template;
import id.tenggat.adapter.Template.Literal;
import id.tenggat.adapter.Template.Piece;
import id.tenggat.adapter.Template.Reference;
import id.tenggat.adapter.Template.Secret;
import id.tenggat.scenario.read.Fault.Kind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which variables a text may name at one place of an adapter, and what the environment holds. */
final class Scope {

    /** Known where the table of applicants can't be read: stands for all of its columns. */
    static final String ANY_COLUMN = Adapter.COLUMN + "*";

    private static final String ENVIRONMENT = "env.";
    private static final String ALLOWED = "a text, in which ${name} stands for a value and $${ for ${";
    private static final Pattern PIECE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}?");

    private final Map<String, String> environment;
    private final Set<String> variables;

    private Scope(Map<String, String> environment, Set<String> variables) {
        this.environment = environment;
        this.variables = variables;
    }

    /** A scope in which only the environment is known. */
    static Scope of(Map<String, String> environment) {
        return new Scope(environment, new LinkedHashSet<>());
    }

    /** A scope of its own in which these are known too. */
    Scope with(Iterable<String> more) {
        Scope wider = new Scope(environment, new LinkedHashSet<>(variables));
        more.forEach(wider.variables::add);
        return wider;
    }

    /** From here on this is known. */
    void define(Iterable<String> more) {
        more.forEach(variables::add);
    }

    /** A text with variables, each of which is known here. */
    Shape<Template> template() {
        return Scalars.phrase(ALLOWED, this::parsed);
    }

    private Template parsed(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literal(text.substring(end, matcher.start()), pieces);
            end = matcher.end();
            pieces.add(matcher.group(1) == null ? new Literal("${") : variable(text, matcher));
        }
        literal(text.substring(end), pieces);
        return new Template(pieces);
    }

    private static void literal(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Literal(text));
        }
    }

    private Piece variable(String text, Matcher at) {
        String name = at.group(1);
        if (!at.group().endsWith("}")) {
            throw refused(text, at.start(), Mistake.of("${ without a }", ALLOWED));
        }
        if (name.startsWith(ENVIRONMENT)) {
            return secret(name.substring(ENVIRONMENT.length()), text, at.start());
        }
        if (!variables.contains(name) && !(name.startsWith(Adapter.COLUMN) && variables.contains(ANY_COLUMN))) {
            throw refused(text, at.start(), unknown(name));
        }
        return new Reference(name);
    }

    private Mistake unknown(String name) {
        String allowed = String.join(", ", variables) + (variables.isEmpty() ? "" : ", ") + "env.NAME";
        return new Mistake(
                "no variable " + Node.Scalar.quoted(name) + " is known here",
                allowed + "; a capture is known after the request that makes it",
                Nearest.to(name, variables));
    }

    private Secret secret(String name, String text, int at) {
        String value = environment.get(name);
        if (value == null || value.isEmpty()) {
            throw refused(text, at, Mistake.of("the environment has no " + Node.Scalar.cut(name), "export it first"));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    text, at, Mistake.of(name + " of the environment holds a line break or the like", "one line"));
        }
        return new Secret(name, value);
    }

    private static PhraseException refused(String text, int index, Mistake mistake) {
        return new PhraseException(Kind.MEANING, text, text.codePointCount(0, index) + 1, mistake);
    }

    /** The names of captures, none of which may be a name that is given. */
    static void refuseGiven(Map<String, ?> captures, Node node, Findings findings) {
        for (String name : Adapter.GIVEN) {
            if (captures.containsKey(name)) {
                findings.add(
                        Kind.MEANING, node.spot(), Mistake.of("a capture is called \"" + name + "\"", "another name"));
            }
        }
    }
}
