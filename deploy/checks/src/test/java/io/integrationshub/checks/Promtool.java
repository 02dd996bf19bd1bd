package io.integrationshub.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.integrationshub.local.test.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Prometheus' own tool, of Debian's package prometheus. */
record Promtool(Path program) {

    /** Where it is missing it is installed (root on Debian), and where it cannot be had the test is skipped. */
    static Promtool findOrInstall() {
        Optional<Path> program = Programs.find("promtool")
                .or(() -> Programs.install("prometheus") ? Programs.find("promtool") : Optional.empty());
        Assumptions.assumeTrue(program.isPresent(), "No promtool here: alerts and queries are not tried");
        return new Promtool(program.get());
    }

    void succeeds(Object... arguments) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(program), Arrays.stream(arguments))
                .map(Object::toString)
                .toList());
        try {
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
