package id.tenggat.report;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/** Hands {@link ShownReport} to tests, the same to all, and fails those after which the browser's console holds a word. */
final class InBrowser implements BeforeAllCallback, ParameterResolver, AfterEachCallback {

    /** What tests of one page must not change beside each other: a resource to lock. */
    static final String PAGE = "the page in the browser";

    @Override
    public void beforeAll(ExtensionContext context) {
        Browser.requireInstalled();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ShownReport.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shown(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Browser browser = shown(context).browser;
        browser.show("screen", "light");
        assertThat(browser.console()).isEmpty();
    }

    /** Closed with the last of all tests. */
    private static ShownReport shown(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(InBrowser.class))
                .computeIfAbsent(ShownReport.class, type -> start(), ShownReport.class);
    }

    private static ShownReport start() {
        try {
            return ShownReport.in(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shown"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
