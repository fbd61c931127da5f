/** What the services that run pipelines read of recordings: JUnit XML, annotations, Markdown, GitLab's reports. */
@NullMarked
package id.tenggat.pipeline;

import org.jspecify.annotations.NullMarked;
