package io.integrationshub.acceptance.search;

import io.integrationshub.acceptance.hub.HubService;
import io.integrationshub.acceptance.hub.RunningHub;
import io.integrationshub.local.test.TopicAudit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All that the hub has written and answered so far; what the stand-ins keep for themselves is not the hub's. */
public final class Everything {
    private final List<Place> places;

    private Everything(List<Place> places) {
        this.places = places;
    }

    public static Everything of(RunningHub hub) {
        List<Place> places = new ArrayList<>();
        hub.topics().forEach(entry -> places.add(topic(entry)));
        for (HubService service : HubService.values()) {
            places.addAll(Tables.of(hub.addresses().database(service)));
        }
        hub.logs().forEach(file -> places.add(log(file)));
        places.add(new Place(Place.Kind.LOG, "launcher's output", hub.first().output() + hub.output()));
        hub.journal().answers().forEach(answer -> places.add(new Place(Place.Kind.ANSWER, firstWords(answer), answer)));
        return new Everything(places);
    }

    /** Where one of the secrets is, in whatever encoding; each with its encoding, never with the secret. */
    public List<String> find(Collection<String> secrets) {
        List<String> found = new ArrayList<>();
        for (String secret : secrets) {
            SecretForms.of(secret)
                    .forEach((encoding, form) -> places.stream()
                            .filter(place -> place.text().contains(form))
                            .forEach(place -> found.add(place + " (" + encoding + ")")));
        }
        return found;
    }

    /** The places that hold this text. */
    public List<Place> holding(String text) {
        return places.stream().filter(place -> place.text().contains(text)).toList();
    }

    private static Place topic(TopicAudit.Entry entry) {
        String name = entry.topic() + "-" + entry.partition() + "@" + entry.offset() + " " + entry.type();
        byte[] value = entry.value() == null ? new byte[0] : entry.value();
        return new Place(
                Place.Kind.TOPIC,
                name,
                entry.key() + " " + entry.headers() + " " + new String(value, StandardCharsets.ISO_8859_1));
    }

    private static Place log(Path file) {
        try {
            return new Place(
                    Place.Kind.LOG, file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstWords(String answer) {
        return answer.substring(0, Math.min(120, answer.length()));
    }
}
