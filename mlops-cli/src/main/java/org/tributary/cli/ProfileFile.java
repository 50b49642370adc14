package org.tributary.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tributary.pipeline.PipelineException;
import org.tributary.table.TableProfile;

/**
 * Where the page of a profile goes.
 *
 * @param path the file
 */
record ProfileFile(Path path) {

    /**
     * Refuses to replace what is not a page of a profile.
     *
     * @throws PipelineException something else is there
     */
    void checkReplaceable() throws IOException {
        if (Files.exists(path) && !(Files.isRegularFile(path) && isPage())) {
            throw new PipelineException(
                    "[CLI_NO_PAGE] \"" + path
                            + "\" is there and is no page of a profile, so it is not replaced. Move it, or name another file with --out.");
        }
    }

    private boolean isPage() throws IOException {
        byte[] start = new TableProfile(0, List.of())
                .toHtml("")
                .lines()
                .limit(2)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(start, in.readNBytes(start.length));
        }
    }

    void write(String html) throws IOException {
        TextFile.replace(path, html);
    }
}
