package id.tenggat.cli;

import id.tenggat.pipeline.GitHubAnnotations;
import id.tenggat.pipeline.GitLabCodeQuality;
import id.tenggat.pipeline.GitLabMetrics;
import id.tenggat.pipeline.JUnitXml;
import id.tenggat.pipeline.MarkdownSummary;
import id.tenggat.report.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the service that runs a pipeline is told of a verdict, on the command line. */
final class PipelineOptions {

    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    @Option(names = "--junit", paramLabel = "FILE", description = "write the verdict as test results, in JUnit's XML")
    private @Nullable Path junit;

    @Option(names = "--markdown", paramLabel = "FILE", description = "write the verdict as Markdown")
    private @Nullable Path markdown;

    @Option(
            names = "--github",
            description = {
                "print the verdict as annotations of the scenario file, as GitHub's jobs do,",
                "and append it to the job's summary if " + SUMMARY + " names one"
            })
    private boolean github;

    @Option(
            names = "--gitlab-code-quality",
            paramLabel = "FILE",
            description = "write what does not hold as GitLab's code quality report")
    private @Nullable Path codeQuality;

    @Option(
            names = "--gitlab-metrics",
            paramLabel = "FILE",
            description = "write what was observed as GitLab's metrics report (OpenMetrics)")
    private @Nullable Path metrics;

    @Option(
            names = "--scenario-file",
            paramLabel = "PATH",
            description = "what the scenario's file is called in the repository (default: as when it was run)")
    private @Nullable String scenarioFile;

    /**
     * Refuses what was asked for where there is no verdict.
     *
     * @param why as in {@code tells of a run that has ended: leave --stop-at out}
     * @throws InputException if anything was asked for
     */
    void refuse(String why) {
        asked().ifPresent(option -> {
            throw new InputException(option + " " + why);
        });
    }

    /** @throws InputException if standard output can't hold both that was asked for */
    void requireReadable(boolean json) {
        if (github && json) {
            throw new InputException("--github and --json both print to standard output: leave one of them out");
        }
    }

    private Optional<String> asked() {
        return Stream.of(
                        option("--junit", junit != null),
                        option("--markdown", markdown != null),
                        option("--github", github),
                        option("--gitlab-code-quality", codeQuality != null),
                        option("--gitlab-metrics", metrics != null))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> option(String name, boolean isAsked) {
        return isAsked ? Optional.of(name) : Optional.empty();
    }

    /** Writes all that was asked for as far as it can be; false if anything couldn't be, and says so. */
    boolean tell(List<? extends Answer> answers, Screen screen) {
        if (github) {
            screen.print(GitHubAnnotations.of(answers, Optional.ofNullable(scenarioFile)));
        }
        boolean told = true;
        for (PipelineFile file : files(answers)) {
            told &= file.write(screen);
        }
        return told;
    }

    private List<PipelineFile> files(List<? extends Answer> answers) {
        Optional<String> named = Optional.ofNullable(scenarioFile);
        List<PipelineFile> files = new ArrayList<>();
        add(files, junit, JUnitXml::of, answers);
        add(files, markdown, MarkdownSummary::of, answers);
        add(files, codeQuality, all -> GitLabCodeQuality.of(all, named), answers);
        add(files, metrics, GitLabMetrics::of, answers);
        if (github) {
            Optional.ofNullable(System.getenv(SUMMARY))
                    .filter(name -> !name.isEmpty())
                    .map(name -> PipelineFile.appended(Path.of(name), MarkdownSummary.of(answers)))
                    .ifPresent(files::add);
        }
        return files;
    }

    private static void add(
            List<PipelineFile> files,
            @Nullable Path file,
            Function<List<? extends Answer>, String> format,
            List<? extends Answer> answers) {
        if (file != null) {
            files.add(PipelineFile.anew(file, format.apply(answers)));
        }
    }
}
