package io.integrationshub.acceptance.hub;

import io.integrationshub.local.infra.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The folder of a hub that does not run: what an operator does with backups of it. */
public record HubState(Path folder, Addresses addresses) {
    private static final int SECONDS = 60;

    /** Where the server puts its log for {@link #restore}. */
    public Path archive() {
        return archive(folder);
    }

    static Path archive(Path folder) {
        return folder.resolveSibling("archive");
    }

    private Path data() {
        return folder.resolve("postgres/data");
    }

    private Path backup() {
        return folder.resolveSibling("backup");
    }

    /** Copies the databases as they lie there: a base backup. */
    public void backUp() {
        copy(data(), backup());
    }

    /** Puts the databases back as they were at that moment: the backup, and the archived log up to then. */
    public void restore(Instant moment) {
        try {
            delete(data());
            copy(backup(), data());
            Files.writeString(data().resolve("recovery.signal"), "");
            Files.writeString(
                    data().resolve("postgresql.auto.conf"),
                    """
                    restore_command = 'cp "%s/%%f" "%%p"'
                    recovery_target_time = '%s'
                    recovery_target_action = 'promote'
                    archive_mode = 'off'
                    hot_standby = 'off'
                    """.formatted(archive(), moment.toString().replace('T', ' ').replace("Z", "+00")),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets every consumer group read on from what was said at that moment. */
    public void rewindConsumers(Instant moment) {
        try {
            rewind(moment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rewind(Instant moment) throws InterruptedException, ExecutionException, TimeoutException {
        int port = addresses.base() + 11;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), port, port + 1);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            List<String> groups = admin.listGroups().all().get(SECONDS, TimeUnit.SECONDS).stream()
                    .map(GroupListing::groupId)
                    .toList();
            for (String group : groups) {
                Set<TopicPartition> partitions = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get(SECONDS, TimeUnit.SECONDS)
                        .keySet();
                Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
                Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
                partitions.forEach(partition -> wanted.put(partition, OffsetSpec.forTimestamp(moment.toEpochMilli())));
                admin.listOffsets(wanted).all().get(SECONDS, TimeUnit.SECONDS).forEach((partition, offset) -> {
                    if (offset.offset() >= 0) {
                        back.put(partition, new OffsetAndMetadata(offset.offset()));
                    }
                });
                admin.alterConsumerGroupOffsets(group, back).all().get(SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
