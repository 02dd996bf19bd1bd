package io.integrationshub.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogTest {
    @Test
    void everyLineGoesToTheFileWithItsPrefixAndTheLastTwentyAreRemembered(@TempDir Path folder) throws Exception {
        ServiceLog log = new ServiceLog("a-service", folder.resolve("a-service.log"));
        String output =
                IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

        log.copy(new ByteArrayInputStream(output.getBytes(StandardCharsets.UTF_8)));

        assertThat(Files.readAllLines(log.file())).hasSize(30).first().isEqualTo("a-service | line 1");
        assertThat(log.tail()).hasSize(20).startsWith("line 11").endsWith("line 30");
    }
}
